import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CONSTANT_SPREAD } from "../../model/estimators/feature-spread";
import { kindOf } from "../../model/estimators/kind-of";
import { describeFeatures } from "../../training/describe-features";
import { score } from "../../training/metrics";
import { predictTable } from "../../training/predict-table";
import { SILENT } from "../../training/progress";
import { spatial } from "../../training/smooth/smooth-trainers";
import { trainTestSplit } from "../../training/split";
import reference from "../reference/gradient-boosting.json";
import { CALIFORNIA } from "../support/california";
import { SPATIAL_PATH } from "../support/committed-spatial";
import { housingRows } from "../support/read-rows";

const MINUTES = 60_000;

/** The test RMSE of a fit on the other rows of a split. */
async function testRmse(seed: number): Promise<number> {
  const split = trainTestSplit(20_640, 0.2, seed);
  const training = await housingRows(split.train);
  const test = await housingRows(split.test);
  const { estimator } = await spatial.fit(training, seed, SILENT);
  const predictor = kindOf(estimator).createPredictor(
    estimator,
    describeFeatures(training),
    CONSTANT_SPREAD,
    CALIFORNIA,
  );
  return score(test.target, predictTable(predictor, test).predictions).rmse;
}

describe("npm run train -- --model spatial", () => {
  it(
    "makes the committed file again, byte for byte",
    async () => {
      const { trainedAt } = JSON.parse(await readFile(SPATIAL_PATH, "utf8"));
      const out = await mkdtemp(join(tmpdir(), "spatial-"));
      try {
        await promisify(execFile)("npm", ["run", "train", "--", "--model", "spatial", "--out", out], {
          env: { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(trainedAt) / 1000) },
        });
        const made = await readFile(join(out, "spatial/1/model.json"));
        expect(made.equals(await readFile(SPATIAL_PATH))).toBe(true);
      } finally {
        await rm(out, { recursive: true });
      }
    },
    5 * MINUTES,
  );
});

describe("spatial, trained on other splits", () => {
  it.each(reference.testRmse)(
    "is better than gradient boosting on the test rows of seed $seed",
    async ({ seed, rmse }) => {
      expect(await testRmse(seed)).toBeLessThan(rmse);
    },
    5 * MINUTES,
  );
});
