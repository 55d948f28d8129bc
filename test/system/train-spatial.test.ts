import { smooth } from "../../model/estimators/smooth/smooth-kind";
import { readModel } from "../../model/file/read-model";
import { spatial } from "../../training/smooth/smooth-trainers";
import { CALIFORNIA_FEATURES } from "../support/california";
import { everyNthLine, writeTable } from "../support/housing-csv";
import { trainHere } from "../support/training";

const POPULATION = CALIFORNIA_FEATURES.indexOf("Population");

/** 413 rows. */
const lines = everyNthLine(50);

describe("when spatial is trained on few rows", () => {
  it("is saved as it is described, the same every time, and can be read", async () => {
    const data = await writeTable(lines);
    const { content, saved } = await trainHere({ model: "spatial", features: undefined, data });
    expect((await trainHere({ model: "spatial", features: undefined, data })).content).toEqual(content);
    const model = await readModel(saved.path);
    expect(model.file).toMatchObject(content);
    expect(model.id).toBe("spatial@1");
    expect(model.isClipped).toBe(true);
    expect(model.file.algorithm).toBe(spatial.description);

    const { estimator, metrics, trainingData, novelty } = content;
    if (!smooth.owns(estimator)) throw new Error("spatial is smooth");
    const centres = estimator.basis.location?.radials.alone.centres;
    expect(centres?.length).toBeLessThanOrEqual(trainingData.trainRows);
    expect(metrics.test.r2).toBeGreaterThan(0.5);
    expect(metrics.crossValidation.map(({ folds }) => folds)).toEqual(["random", "spatial-block"]);
    expect(novelty.places?.threshold).toBeGreaterThan(0);
  });
});

describe("when a row has a value that has no logarithm", () => {
  it("spatial is trained all the same", async () => {
    const [header, ...rows] = lines;
    const data = await writeTable([
      header,
      ...rows.map((row, i) => (i % 2 === 0 ? row.split(",").with(POPULATION, "0").join() : row)),
    ]);
    const { content } = await trainHere({ model: "spatial", features: undefined, data });
    expect(content.metrics.test.r2).toBeGreaterThan(0.5);
  });
});
