import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TRAIN } from "../support/commands";
import { COMMITTED } from "../support/committed-models";
import { runNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";

const COMPARE = "dist/cli/compare.js";
const DATA = "data/california_housing.csv";

describe("npm run compare", () => {
  it("when two models have the same test rows, then it compares them on those, to scikit-learn's figures", async () => {
    const { status, stdout, stderr } = await runNode([COMPARE, "linear@1", "linear@2", "--json"]);
    expect([status, stderr]).toEqual([0, ""]);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      models: ["linear@1", "linear@2"],
      rows: "the test rows of both",
      data: DATA,
    });
    expect(answer.first.rows).toBe(4128);
    expect(answer.first.rmse).toBeCloseTo(0.8370696453835406, 9);
    expect(answer.rmse.estimate).toBeCloseTo(answer.first.rmse - answer.second.rmse, 12);
    expect(answer.rmse.lower).toBeGreaterThan(0);
  });

  it("when a person reads it, then the last line says which is better", async () => {
    const { stdout } = await runNode([COMPARE, "linear@2", "linear@1"]);
    expect(stdout).toContain("On 4128 rows (the test rows of both), which neither model was trained on");
    expect(stdout.trim().split("\n").at(-1)).toBe("linear@2 has the lower RMSE.");
  });

  it("when a model is compared with itself, then nothing is claimed", async () => {
    const { stdout } = await runNode([COMPARE, "linear@1", "linear@1"]);
    expect(stdout.trim().split("\n").at(-1)).toBe("The difference in RMSE is not significant.");
  });

  it("when the models have other test rows, then only those that neither has seen count", async () => {
    const directory = await temporaryDirectory();
    await cp(join(COMMITTED, "linear/1"), join(directory, "linear/1"), { recursive: true });
    const training = ["--features", "MedInc,AveRooms", "--seed", "7", "--out", directory];
    expect((await runNode([TRAIN, ...training])).status).toBe(0);
    const { stdout } = await runNode([COMPARE, "linear@1", "linear@2", "--json", "--model-dir", directory]);
    const { first, second } = JSON.parse(stdout);
    // A fifth of a fifth of all rows.
    expect(first.rows).toBeGreaterThan(700);
    expect(first.rows).toBeLessThan(950);
    expect(second.rows).toBe(first.rows);
    await rm(directory, { recursive: true });
  });

  it("when a file has too few rows, or a model is unknown, then it says so", async () => {
    const file = join(await temporaryDirectory(), "few.csv");
    await writeFile(
      file,
      "MedInc,HouseAge,AveRooms,AveBedrms,Population,AveOccup,Latitude,Longitude,MedHouseVal\n3,20,5,1,900,2,34,-118,2\n",
    );
    const few = await runNode([COMPARE, "linear@1", "linear@2", "--data", file]);
    expect([few.status, few.stdout]).toEqual([1, ""]);
    expect(few.stderr).toContain("DATA_INVALID");
    const unknown = await runNode([COMPARE, "linear@1", "linear@9"]);
    expect(unknown.stderr).toMatch(/^MODEL_UNKNOWN: There is no model linear@9/);
  });
});
