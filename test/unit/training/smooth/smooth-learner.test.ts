import { smooth as smoothKind } from "../../../../model/estimators/smooth/smooth-kind";
import { describeFeatures } from "../../../../training/describe-features";
import { randomFolds } from "../../../../training/folds";
import { score } from "../../../../training/metrics";
import { predictTable } from "../../../../training/predict-table";
import { SILENT } from "../../../../training/progress";
import { prepareSmooth, settingsOf } from "../../../../training/smooth/smooth-learner";
import { smooth, spatial } from "../../../../training/smooth/smooth-trainers";
import { takeRows } from "../../../../training/training-table";
import { HOUSES, randomHouses } from "../../../support/smooth-houses";

const ROWS = 300;
const folds = randomFolds(ROWS, 42);
const multiplied = randomHouses(ROWS, 1, true);
const unseen = randomHouses(200, 2, true);

const prepare = (houses = multiplied) => prepareSmooth(houses, [folds], SILENT, { isSpatial: true });

describe("a fit of smooth functions", () => {
  it("predicts houses that it has not seen", async () => {
    const estimator = (await prepare()).fit();
    const spread = { intercept: 0, terms: [] };
    const predictor = smoothKind.createPredictor(estimator, describeFeatures(multiplied), spread, HOUSES);
    expect(score(unseen.target, predictTable(predictor, unseen).predictions).r2).toBeGreaterThan(0.9);
  });

  it("is of the logarithm where parts multiply, and of the target where they add", async () => {
    expect((await prepare()).fit().scale.kind).toBe("log");
    expect((await prepare(randomHouses(ROWS, 1, false))).fit().scale.kind).toBe("identity");
  });

  it("is the same, bit for bit, each time", async () => {
    expect(JSON.stringify((await prepare()).fit())).toBe(JSON.stringify((await prepare()).fit()));
  });

  it("keeps what was tried, the best first", async () => {
    const { trials, basis } = (await prepare()).fit();
    expect(trials.map(({ rmse }) => rmse)).toEqual(trials.map(({ rmse }) => rmse).sort((a, b) => a - b));
    expect(basis.blocks.at(-1)?.kind).toBe(trials[0].through);
  });

  it("predicts each row by a fit that has not seen it", async () => {
    const changed = {
      ...multiplied,
      target: multiplied.target.map((value, i) => (i === 7 ? 1.1 * value : value)),
    };
    const settings = settingsOf((await prepare()).fit());
    const before = (await prepareSmooth(multiplied, [folds], SILENT, settings)).crossPredict(0);
    const after = (await prepareSmooth(changed, [folds], SILENT, settings)).crossPredict(0);
    // The smearing factor counts residuals of the other folds, whose fits have seen the row: a little.
    expect(after[7] / before[7]).toBeCloseTo(1, 3);
    expect(after.some((value, i) => folds[i] !== folds[7] && Math.abs(value / before[i] - 1) > 2e-4)).toBe(
      true,
    );
  });
});

describe("fits of other rows with the settings of a model", () => {
  it("have the same blocks", async () => {
    const estimator = (await prepare()).fit();
    const again = await prepareSmooth(
      takeRows(
        multiplied,
        Int32Array.from({ length: 250 }, (_, i) => i),
      ),
      [randomFolds(250, 1)],
      SILENT,
      settingsOf(estimator),
    );
    const kinds = ({ basis }: typeof estimator) => [...new Set(basis.blocks.map(({ kind }) => kind))];
    expect(kinds(again.fit())).toEqual(kinds(estimator));
    expect(again.fit().trials).toEqual(estimator.trials);
  });
});

describe("the error scale", () => {
  it("is larger where errors are", async () => {
    const learner = await prepare();
    const area = HOUSES.indexOf("Area");
    const areas = multiplied.target.map((_, i) => multiplied.rows[i * HOUSES.width + area]);
    const { atRows } = learner.fitSpread(
      areas.map((value) => value / 100),
      0,
    );
    const largest = areas.indexOf(Math.max(...areas));
    const smallest = areas.indexOf(Math.min(...areas));
    expect(atRows[largest]).toBeGreaterThan(atRows[smallest]);
  });
});

describe("the trainers", () => {
  it("know a location in spatial alone", async () => {
    const [without, having] = await Promise.all(
      [smooth, spatial].map(async (trainer) => (await trainer.prepare(multiplied, [folds], SILENT)).fit()),
    );
    if (!smoothKind.owns(without) || !smoothKind.owns(having)) throw new Error("both are smooth");
    expect(without.basis.location).toBeNull();
    expect(having.basis.location).toMatchObject({ latitude: "North", longitude: "East" });
  });

  it("refuse spatial where a row lacks its place", async () => {
    const rows = multiplied.rows.slice();
    rows[HOUSES.indexOf("East")] = Number.NaN;
    const refused = async () => spatial.prepare({ ...multiplied, rows }, [folds], SILENT);
    await expect(refused()).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });
});
