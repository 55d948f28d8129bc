import { formatReport } from "../../../cli/train/report";
import { readModel } from "../../../model/file/read-model";
import { everyNthLine, firstLines, writeTable } from "../../support/housing-csv";
import { numbersOf } from "../../support/numbers-of";
import { refusalOf } from "../../support/refusal";
import { temporaryDirectory } from "../../support/temporary-directory";
import { everythingIn, trainHere } from "../../support/training";

/** Position of the column; longitude follows it. */
const LATITUDE = 6;

/** 103 rows. */
const lines = everyNthLine(200);

describe("when a model is trained", () => {
  it("is saved as it is described, and can be read", async () => {
    const data = await writeTable(lines);
    const { content, saved } = await trainHere({
      data,
      features: ["AveOccup", "MedInc"],
      seed: 5,
      testSize: 0.25,
    });
    const { file } = await readModel(saved.path);
    expect(file).toMatchObject(content);
    expect(file.features.map(({ name }) => name)).toEqual(["AveOccup", "MedInc"]);
    expect(file.trainingData).toMatchObject({
      rows: 103,
      trainRows: 77,
      testRows: 26,
      seed: 5,
      testSize: 0.25,
    });
    expect(file.metrics).toMatchObject({ train: { rows: 77 }, test: { rows: 26 } });
    expect(file.trainedAt).toBe("2026-01-01T00:00:00.000Z");
    for (const { min, mean, max } of numbersOf(file)) {
      expect(min).toBeLessThan(mean);
      expect(mean).toBeLessThan(max);
    }
  });

  it("keeps golden predictions of test rows that hold the model to what it computed", async () => {
    const { content } = await trainHere({ data: await writeTable(lines) });
    expect(content.golden.length).toBeGreaterThanOrEqual(8);
    for (const { features, prediction } of content.golden) {
      expect(features).toHaveLength(3);
      expect(prediction).toBeGreaterThan(0);
    }
  });

  it("has a report with a row a set of metrics, and a row a feature", async () => {
    const { content } = await trainHere({ data: await writeTable(lines) });
    const report = formatReport(content);
    for (const word of [
      "train",
      "test",
      "R²",
      "RMSE",
      "MAE",
      "MedInc",
      "AveRooms",
      "AveOccup",
      "(intercept)",
    ]) {
      expect(report).toContain(word);
    }
    expect(report).toContain(content.metrics.test.rmse.toFixed(6));
    expect(report).toContain("seed 42, test size 0.2");
  });

  it("is cross-validated by place only where the data are of several places", async () => {
    const kinds = async (content: readonly string[]) => {
      const { content: model } = await trainHere({ data: await writeTable(content) });
      return model.metrics.crossValidation.map(({ folds }) => folds);
    };
    expect(await kinds(lines)).toEqual(["random", "spatial-block"]);
    const oneTown = lines.map((line, i) =>
      i === 0 ? line : line.split(",").toSpliced(LATITUDE, 2, "37.8", "-122.3").join(","),
    );
    expect(await kinds(oneTown)).toEqual(["random"]);
    const placeless = lines.map((line) => line.split(",").toSpliced(LATITUDE, 2).join(","));
    expect(await kinds(placeless)).toEqual(["random"]);
  });
});

describe("when columns depend on each other", () => {
  it("names the columns whose own effect is not determined, and trains", async () => {
    // AveBedrms becomes half of AveRooms.
    const data = await writeTable(
      lines.map((line, i) => {
        const cells = line.split(",");
        return i === 0 ? line : cells.with(3, String(Number(cells[2]) / 2)).join(",");
      }),
    );
    const { content } = await trainHere({ data, features: ["MedInc", "AveRooms", "AveBedrms"] });
    expect(content.estimator).toMatchObject({ aliased: [{ feature: "AveBedrms" }] });
    expect(formatReport(content)).toContain("AveBedrms (aliased)");
  });

  it("gives a constant feature no term", async () => {
    const data = await writeTable(lines.map((line, i) => (i === 0 ? line : `3,${line.split(",").slice(1)}`)));
    const { content } = await trainHere({ data });
    expect(content.estimator).toMatchObject({ terms: [{ feature: "AveRooms" }, { feature: "AveOccup" }] });
  });
});

describe("when a model cannot be trained", () => {
  it.each([
    ["there are too few rows", firstLines(5), "DATA_INVALID"],
    [
      "the target is constant",
      lines.map((line, i) => (i === 0 ? line : line.replace(/[^,]+$/, "5"))),
      "DATA_INVALID",
    ],
  ])("writes nothing where %s", async (_name, content, code) => {
    const out = await temporaryDirectory();
    const data = await writeTable(content);
    expect((await refusalOf(() => trainHere({ data, out }))).code).toBe(code);
    expect(await everythingIn(out)).toEqual([]);
  });
});
