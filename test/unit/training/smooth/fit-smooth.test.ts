import { smooth as smoothKind } from "../../../../model/estimators/smooth/smooth-kind";
import { describeFeatures } from "../../../../training/describe-features";
import { randomFolds } from "../../../../training/folds";
import { score } from "../../../../training/metrics";
import { predictTable } from "../../../../training/predict-table";
import { SILENT } from "../../../../training/progress";
import { crossPredictSmooth } from "../../../../training/smooth/cross-predict";
import { fitSmooth } from "../../../../training/smooth/fit-smooth";
import { penaltiesFor } from "../../../../training/smooth/rules";
import { settingsOf } from "../../../../training/smooth/settings";
import { smooth, spatial } from "../../../../training/smooth/smooth-trainers";
import { HOUSES, randomHouses } from "../../../support/smooth-houses";

const ROWS = 200;
const SEED = 42;
const folds = randomFolds(ROWS, SEED);
const multiplied = randomHouses(ROWS, 1, true);
const unseen = randomHouses(200, 2, true);

const fit = (houses = multiplied) => fitSmooth(houses, SEED, SILENT, { isSpatial: true });
const fitted = async (houses = multiplied) => (await fit(houses)).estimator;

describe("a fit of smooth functions", () => {
  it("predicts houses that it has not seen", async () => {
    const estimator = await fitted();
    const spread = { intercept: 0, terms: [] };
    const predictor = smoothKind.createPredictor(estimator, describeFeatures(multiplied), spread, HOUSES);
    expect(score(unseen.target, predictTable(predictor, unseen).predictions).r2).toBeGreaterThan(0.9);
  });

  it("is of the logarithm where parts multiply, and of the target where they add", async () => {
    expect((await fitted()).scale.kind).toBe("log");
    expect((await fitted(randomHouses(ROWS, 1, false))).scale.kind).toBe("identity");
  });

  it("is the same, bit for bit, each time", async () => {
    expect(JSON.stringify(await fitted())).toBe(JSON.stringify(await fitted()));
  });

  it("keeps what was tried, the best first", async () => {
    const { trials, basis } = await fitted();
    expect(trials.map(({ rmse }) => rmse)).toEqual(trials.map(({ rmse }) => rmse).sort((a, b) => a - b));
    expect(basis.blocks.at(-1)?.kind).toBe(trials[0].through);
  });

  it("keeps its relative penalties, which are those of a small table", async () => {
    const estimator = await fitted();
    const { penalties, trials } = settingsOf(estimator);
    expect(penalties).toEqual(penaltiesFor(ROWS));
    expect(penalties).not.toEqual(penaltiesFor(100 * ROWS));
    expect(estimator.penalties.curve).toBe(trials[0].factor * penalties.curve);
  });

  it("predicts each row by a fit that has not seen it", async () => {
    const changed = {
      ...multiplied,
      target: multiplied.target.map((value, i) => (i === 7 ? 1.1 * value : value)),
    };
    const settings = settingsOf(await fitted());
    const [before] = await crossPredictSmooth(multiplied, [folds], SILENT, settings);
    const [after] = await crossPredictSmooth(changed, [folds], SILENT, settings);
    // The smearing factor counts residuals of the other folds, whose fits have seen the row: a little.
    expect(after[7] / before[7]).toBeCloseTo(1, 3);
    expect(after.some((value, i) => folds[i] !== folds[7] && Math.abs(value / before[i] - 1) > 2e-4)).toBe(
      true,
    );
  });
});

describe("a fit that holds back each row", () => {
  it("predicts it as a fit on the other rows does", async () => {
    const { estimator, heldBack } = await fit();
    expect(heldBack.groups).toBe(ROWS);
    // The others' own fit is in a fold that holds nothing else; its smearing factor is that of fits on fewer rows: nearly the same.
    const alone = Int32Array.from(folds.keys(), (row) => (row === 7 ? 0 : 1 + (row % 4)));
    const [others] = await crossPredictSmooth(multiplied, [alone], SILENT, settingsOf(estimator));
    expect(Math.abs(heldBack.predictions[7] / others[7] - 1)).toBeLessThan(0.005);
    expect(Math.abs(heldBack.predictions[7] / multiplied.target[7] - 1)).toBeGreaterThan(0.01);
  });

  it("knows nothing of its price", async () => {
    // So little more that it remains between the same prices: what is chosen by ranks stays as it is.
    const added = randomHouses(ROWS, 1, false);
    const raise = (by: number) => ({
      ...added,
      target: added.target.map((value, i) => (i === 7 ? by * value : value)),
    });
    const [before, after] = await Promise.all(
      [1, 1 + 1e-6].map(async (by) => (await fit(raise(by))).heldBack.predictions),
    );
    const changes = after.map((value, i) => Math.abs(value / before[i] - 1));
    expect(changes[7]).toBeLessThan(1e-12);
    expect(Math.max(...changes)).toBeGreaterThan(1e-9);
  });
});

describe("the error scale", () => {
  it("is larger where errors are", async () => {
    const { fitSpread } = await fit();
    const area = HOUSES.indexOf("Area");
    const areas = multiplied.target.map((_, i) => multiplied.rows[i * HOUSES.width + area]);
    const { atRows } = fitSpread(areas.map((value) => value / 100));
    const largest = areas.indexOf(Math.max(...areas));
    const smallest = areas.indexOf(Math.min(...areas));
    expect(atRows[largest]).toBeGreaterThan(atRows[smallest]);
  });
});

describe("the trainers", () => {
  it("know a location in spatial alone", async () => {
    const [without, having] = await Promise.all(
      [smooth, spatial].map(async (trainer) => (await trainer.fit(multiplied, SEED, SILENT)).estimator),
    );
    if (!smoothKind.owns(without) || !smoothKind.owns(having)) throw new Error("both are smooth");
    expect(without.basis.location).toBeNull();
    expect(having.basis.location).toMatchObject({ latitude: "North", longitude: "East" });
  });

  it("refuse spatial where a row lacks its place", async () => {
    const rows = multiplied.rows.slice();
    rows[HOUSES.indexOf("East")] = Number.NaN;
    const refused = async () => spatial.fit({ ...multiplied, rows }, SEED, SILENT);
    await expect(refused()).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });
});
