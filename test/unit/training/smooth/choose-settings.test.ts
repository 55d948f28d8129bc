import { Basis } from "../../../../model/estimators/smooth/basis";
import type { BlockKind } from "../../../../model/estimators/smooth/basis-format";
import { scoreFolds } from "../../../../training/cross-validate";
import type { Progress } from "../../../../training/progress";
import { upTo } from "../../../../training/smooth/basis-part";
import { endingsOf, tryAll } from "../../../../training/smooth/choose-settings";
import { withEquations } from "../../../../training/smooth/equations";
import { learnVaryingBasis } from "../../../../training/smooth/learn-basis";
import { FACTORS, penaltiesFor } from "../../../../training/smooth/rules";
import { chooseStructure } from "../../../../training/smooth/structure";
import { fromScale } from "../../../../training/smooth/target-scale";
import { DenseRidge, singleFeatures } from "../../../support/dense-ridge";
import { HOUSES, randomHouses } from "../../../support/smooth-houses";

const ROWS = 60;
const houses = randomHouses(ROWS, 3, true);

describe("the ends of a basis", () => {
  const full = learnVaryingBasis(houses, chooseStructure(houses, true));

  it("are after each kind of block, but the simple ones are always together", () => {
    const basis = new Basis(full, HOUSES);
    const endOf = (kind: BlockKind) =>
      Math.max(
        ...basis.blocks.filter(({ data }) => data.kind === kind).map(({ start, size }) => start + size),
      );
    const kinds = [
      "category",
      "location",
      "product",
      "location-product",
      "category-product",
      "similarity",
    ] as const;

    expect(endingsOf(basis)).toEqual(kinds.map((kind) => ({ kind, columns: endOf(kind) })));
  });

  it("is one where a basis has simple blocks alone", () => {
    const only = (kinds: readonly BlockKind[]) =>
      endingsOf(
        new Basis({ ...full, blocks: full.blocks.filter(({ kind }) => kinds.includes(kind)) }, HOUSES),
      );

    expect(only(["curve"]).map(({ kind }) => kind)).toEqual(["curve"]);
    expect(only(["curve", "missing"]).map(({ kind }) => kind)).toEqual(["missing"]);
    expect(only(["curve", "similarity"]).map(({ kind }) => kind)).toEqual(["curve", "similarity"]);
    expect(only([])).toEqual([]);
  });
});

describe("the settings that are tried", () => {
  const folds = Int32Array.from(houses.target, (_, i) => i % 5);
  const penalties = penaltiesFor(ROWS);

  const tried = (progress: Progress, target = houses.target) =>
    withEquations(
      houses,
      upTo(singleFeatures(houses), "missing"),
      penalties,
      [folds],
      progress,
      (equations) => tryAll(equations, target, folds, progress),
    );

  it("are all factors and scales, the least error first", async () => {
    const told: (string | number)[] = [];
    const trials = await tried({
      begin: (task, steps) => told.push(task, steps),
      advance: (steps) => told.push(steps),
      end: () => told.push("end"),
    });
    const errors = trials.map(({ rmse }) => rmse);

    expect(errors).toEqual(errors.toSorted((a, b) => a - b));
    expect(trials.map(({ scale, factor }) => `${scale} ${factor}`).sort()).toEqual(
      FACTORS.flatMap((factor) => [`identity ${factor}`, `log ${factor}`]).sort(),
    );
    expect(new Set(trials.map(({ through }) => through))).toEqual(new Set(["missing"]));
    expect(told.slice(told.indexOf("Cross-validating"))).toEqual([
      "Cross-validating",
      35,
      ...Array(35).fill(1),
      "end",
    ]);
  });

  it("have the error of predictions of rows that are held back", async () => {
    const dense = new DenseRidge(houses, upTo(singleFeatures(houses), "missing"), penalties);
    const held = Float64Array.from(
      folds,
      (fold, row) => dense.predict(houses.target, 4, (other) => folds[other] !== fold)[row],
    );
    const predictions = fromScale(held, houses.target, folds, "identity");
    const { rmse } = scoreFolds(houses.target, predictions, { kind: "random", folds });
    const trials = await tried({ begin() {}, advance() {}, end() {} });
    const trial = trials.find(({ scale, factor }) => scale === "identity" && factor === 4);

    expect((trial?.rmse ?? 0) / rmse).toBeCloseTo(1, 6);
  });

  it("are of the target itself where it is not always above 0", async () => {
    const trials = await tried({ begin() {}, advance() {}, end() {} }, houses.target.with(0, 0));

    expect(trials.map(({ scale }) => scale)).toEqual(FACTORS.map(() => "identity"));
  });
});
