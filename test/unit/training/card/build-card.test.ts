import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readModel } from "../../../../model/file/read-model";
import { schemaPathOf } from "../../../../model/table/table-schema";
import { coverageAtEnds, observeCoverage } from "../../../../training/card/coverage-curve";
import { errorsByPlace } from "../../../../training/card/error-by-place";
import { errorsByPrice } from "../../../../training/card/error-by-price";
import {
  permutationFigure,
  permutationImportances,
  standardisedCoefficients,
} from "../../../../training/card/importance";
import { short } from "../../../../training/card/markdown";
import { LEAST_ROWS, placeCells } from "../../../../training/card/place-cells";
import { countByPrices, priceGrid } from "../../../../training/card/predicted-against-actual";
import { renderFigure } from "../../../../training/card/render-figure";
import { meanResiduals } from "../../../../training/card/residual-map";
import { predictTestRows, type TestResults } from "../../../../training/card/test-results";
import { trainTestSplit } from "../../../../training/split";
import { type TrainingOptions, train } from "../../../../training/train";
import { columnOf, type Place, placeOf, type TrainingTable } from "../../../../training/training-table";
import { CALIFORNIA } from "../../../support/california";
import { numbersOf } from "../../../support/numbers-of";
import { housingRows } from "../../../support/read-rows";

const CSV = "data/california_housing.csv";
const COMMITTED = "model/trained/linear/1";
const FEATURES = ["MedInc", "AveRooms", "AveOccup"] as const;

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "model-card-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Trains with the documented command's options into a folder of the scratch directory; gives all files by name. */
async function trainInto(folder: string, options: Partial<TrainingOptions>): Promise<Map<string, string>> {
  const { saved } = await train({
    model: "linear",
    features: FEATURES,
    seed: 42,
    testSize: 0.2,
    data: CSV,
    out: join(scratch, folder),
    trainedAt: new Date(1_795_305_600_000),
    ...options,
  });
  return filesOf(join(saved.path, ".."));
}

async function filesOf(directory: string): Promise<Map<string, string>> {
  const names = (await readdir(directory)).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(directory, name), "utf8")] as const),
    ),
  );
}

function fileOf(files: Map<string, string>, name: string): string {
  const text = files.get(name);
  if (text === undefined) throw new Error(`There is no ${name} among ${[...files.keys()].join(", ")}`);
  return text;
}

/** The numbers in the row of a Markdown table that begins with `name`. */
function rowOf(card: string, name: string): number[] {
  const line = card.split("\n").find((each) => each.startsWith(`| ${name} |`));
  if (line === undefined) throw new Error(`The card has no row ${name}`);
  return line
    .split("|")
    .slice(2, -1)
    .map((cell) => Number(cell.replace(/,|%/g, "")));
}

// That training gives these files, byte for byte, is a test of test/system/training-command.test.ts.
describe("when a model was trained", () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    files = await filesOf(COMMITTED);
  });

  it("has a card and its pictures beside the model file, and nothing else", () => {
    expect([...files.keys()]).toEqual([
      "card.md",
      "coverage.svg",
      "error-by-place.svg",
      "error-by-price.svg",
      "importance.svg",
      "model.json",
      "predicted-against-actual.svg",
      "residual-map.svg",
    ]);
  });

  it("has each picture in the text once, with an alternative text", () => {
    const pictures = [...fileOf(files, "card.md").matchAll(/!\[(.+)\]\((.+)\)/g)];
    expect(pictures.map(([, , file]) => file).sort()).toEqual(
      [...files.keys()].filter((name) => name.endsWith(".svg")),
    );
    for (const [, alternative] of pictures) expect(alternative.length).toBeGreaterThan(10);
  });

  it("draws small pictures on an opaque ground, dark where the reader's system is, all equally wide, without script, identifier or link", () => {
    for (const [name, svg] of files) {
      if (!name.endsWith(".svg")) continue;
      expect(svg.length).toBeLessThan(150_000);
      expect(svg).toMatch(/^<svg [^>]*width="640" height="\d+" viewBox="[^"]+"><style>/);
      const [, style] =
        /<style>@media \(prefers-color-scheme: dark\) \{([^<]*)\}<\/style><rect [^>]*fill="#ffffff"\/>/.exec(
          svg,
        ) ?? [];
      expect(style).toContain('[fill="#ffffff"] {fill: #16191d}');
      expect(svg.replace(style, "")).not.toMatch(/<script|style=| id=|href=|NaN|undefined|Infinity/);
    }
  });

  it("names the model and the data by their checksums, and the command that gives it again", async () => {
    const card = fileOf(files, "card.md");
    const { file, sha256 } = await readModel(`${COMMITTED}/model.json`);
    expect(card).toContain("# Model card: linear, version 1");
    expect(card).toContain(sha256);
    expect(card).toContain(file.trainingData.sha256);
    expect(card).toContain(
      "SOURCE_DATE_EPOCH=1795305600 npm run train -- \\\n  --data data/california_housing.csv --model linear --features MedInc,AveRooms,AveOccup --seed 42 --test-size 0.2",
    );
  });

  it("tells the metrics of the model file", async () => {
    const card = fileOf(files, "card.md");
    const { metrics } = (await readModel(`${COMMITTED}/model.json`)).file;
    const rows = [
      ["training rows", metrics.train],
      ["**test rows**", metrics.test],
      ["5-fold cross-validation, random folds", metrics.crossValidation[0]],
      ["5-fold cross-validation, spatial blocks", metrics.crossValidation[1]],
    ] as const;
    for (const [name, { rows: count, r2, rmse, mae }] of rows) {
      const [shownRows, shownR2, shownRmse, shownDollars, shownMae] = rowOf(card, name);
      expect(shownRows).toBe(count);
      expect(shownR2).toBeCloseTo(r2, 4);
      expect(shownRmse).toBeCloseTo(rmse, 4);
      expect(shownDollars).toBeCloseTo(rmse * 100_000, -1);
      expect(shownMae).toBeCloseTo(mae, 4);
    }
    for (const { nominal, observed, meanWidth, constantMeanWidth } of metrics.coverage) {
      const shown = rowOf(card, `${(100 * nominal).toFixed(1)}\u00a0%`);
      expect(shown[0]).toBeCloseTo(100 * observed, 1);
      expect(shown[1]).toBeCloseTo(meanWidth, 3);
      expect(shown[2]).toBeCloseTo(constantMeanWidth, 3);
    }
  });

  it("tells each feature's range, mean and coefficient", async () => {
    const card = fileOf(files, "card.md");
    const { file, description } = await readModel(`${COMMITTED}/model.json`);
    const features = numbersOf(file);
    ["medInc", "aveRooms", "aveOccup"].forEach((key, j) => {
      const { min, max, mean } = features[j];
      const expected = [min, max, mean, description.coefficients?.[j] ?? Number.NaN];
      rowOf(card, `\`${key}\``)
        .slice(1)
        .forEach((value, i) => {
          expect(value / expected[i]).toBeCloseTo(1, 5);
        });
    });
  });
});

/** The header and every fortieth row of the data set, without the columns from `from` to `to`; gives its path. */
async function fewRows(name: string, from = 0, to = 0): Promise<string> {
  const lines = (await readFile(CSV, "utf8")).split("\n").filter((_, i) => i % 40 === 0);
  const path = join(scratch, name);
  await copyFile("data/california_housing.schema.json", schemaPathOf(path));
  await writeFile(
    path,
    lines
      .map((line) =>
        line
          .split(",")
          .toSpliced(from, to - from)
          .join(","),
      )
      .join("\n"),
  );
  return path;
}

it("gives the same bytes again when trained again in the same process", async () => {
  const data = await fewRows("few.csv");
  expect(await trainInto("again", { data })).toEqual(await trainInto("once", { data }));
});

describe("when the data does not tell where its rows are", () => {
  it("has no maps, and says that the model does not know the place", async () => {
    const data = await fewRows("nowhere`|.csv", 6, 8);
    const files = await trainInto("nowhere", { data, trainedAt: new Date(1_795_305_600_123) });
    expect([...files.keys()].filter((name) => /map|place/.test(name))).toEqual([]);
    const card = fileOf(files, "card.md");
    expect(card).toContain("It does not use the location");
    expect(card).toContain("except for the fraction of a second");
    // A file's name is never Markdown.
    expect(card).toContain("| file | `nowhere__.csv` |");
  });
});

describe("when a model reads fewer features than the API requires", () => {
  it("shows a query with all that are required", async () => {
    const files = await trainInto("one-feature", { features: ["MedInc"], data: await fewRows("one.csv") });
    expect(fileOf(files, "card.md")).toMatch(/medInc: [\d.]+\n\s+aveRooms: 5\n\s+aveOccup: 2\n/);
  });
});

describe("what the pictures show", () => {
  let training: TrainingTable;
  let results: TestResults;
  let place: Place;
  beforeAll(async () => {
    const split = trainTestSplit(20_640, 0.2, 42);
    training = await housingRows(split.train, FEATURES);
    const test = await housingRows(split.test, FEATURES);
    results = predictTestRows(await readModel(`${COMMITTED}/model.json`), test);
    const found = placeOf(results.table);
    if (!found) throw new Error("The data set tells the place of each row");
    place = found;
  });

  it("counts every test row once in the squares of predicted and actual price", () => {
    const cells = countByPrices(results, priceGrid(results).step);
    expect(cells.reduce((sum, cell) => sum + cell.rows, 0)).toBe(4128);
    const capped = cells.filter(({ actual }) => actual > 4.95).reduce((sum, cell) => sum + cell.rows, 0);
    expect(capped).toBe(results.table.target.filter((price) => price >= 5).length);
  });

  it("has ten price groups whose errors together are the test RMSE and MAE", () => {
    const groups = errorsByPrice(results);
    expect(groups).toHaveLength(10);
    for (const [i, group] of groups.entries()) {
      expect([412, 413]).toContain(group.rows);
      if (i > 0) expect(group.from).toBeGreaterThanOrEqual(groups[i - 1].to);
    }
    const { rmse, mae } = results.model.file.metrics.test;
    const squares = groups.reduce((sum, group) => sum + group.rows * group.rmse ** 2, 0);
    expect(Math.sqrt(squares / 4128)).toBeCloseTo(rmse, 10);
    expect(groups.reduce((sum, group) => sum + group.rows * group.mae, 0) / 4128).toBeCloseTo(mae, 10);
  });

  it("puts each row into the cell that holds its place", () => {
    const cells = placeCells(place, 0.5);
    expect(cells.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual([...results.predicted.keys()]);
    const strayed = cells.filter(({ latitude, longitude, size, rows }) =>
      rows.some((row) => {
        const north = place.latitude[row] - latitude;
        const east = place.longitude[row] - longitude;
        return north < 0 || north >= size || east < 0 || east >= size;
      }),
    );
    expect(strayed).toEqual([]);
  });

  it("draws residuals whose mean over all rows is that of the test rows", () => {
    const cells = meanResiduals(place, results.residuals);
    const sum = cells.reduce((total, { residual, rows }) => total + residual * rows.length, 0);
    expect(sum).toBeCloseTo(
      results.residuals.reduce((total, residual) => total + residual, 0),
      8,
    );
  });

  it("leaves out places with too few rows, and has no error below zero or below the MAE", () => {
    const cells = errorsByPlace(place, results);
    expect(cells.length).toBeGreaterThan(40);
    for (const { rows, rmse, mae } of cells) {
      expect(rows.length).toBeGreaterThanOrEqual(LEAST_ROWS);
      expect(mae).toBeGreaterThan(0);
      expect(rmse).toBeGreaterThanOrEqual(mae);
    }
  });

  it("observes the coverage that the model file tells, at each of its levels", () => {
    const curve = observeCoverage(results);
    expect(curve.map(({ nominal }) => nominal)).toEqual(
      Array.from({ length: 50 }, (_, step) => (50 + step) / 100),
    );
    for (const { nominal, observed } of results.model.file.metrics.coverage) {
      expect(curve.find((point) => point.nominal === nominal)?.observed).toBe(observed);
    }
    const { cheapest, dearest } = coverageAtEnds(results);
    expect(cheapest).toBeGreaterThan(0.9);
    expect(dearest).toBeLessThan(0.6);
  });

  it("weighs features by what a standard deviation of theirs does to the prediction", () => {
    const { coefficients = [] } = results.model.description;
    const [income] = standardisedCoefficients(coefficients, training);
    expect(income.label).toBe("medInc");
    // scikit-learn: coefficient 0.436882792… times np.std of the training rows' MedInc.
    expect(income.importance).toBeCloseTo(
      0.436882792 * deviationOf(columnOf(training, training.features[0])),
      8,
    );
  });

  it("draws what the error rises by without a feature, the largest twenty", async () => {
    const importances = permutationImportances(results);
    expect(importances.map(({ label }) => label)).toEqual(["medInc", "aveRooms", "aveOccup"]);
    const [income, ...others] = importances.map(({ importance }) => importance);
    for (const other of others) expect(income).toBeGreaterThan(10 * Math.abs(other));

    const many = Array.from({ length: 22 }, (_, i) => ({ label: `feature ${i}`, importance: 22 - i }));
    const { heading, spec } = permutationFigure(many, "pounds");
    expect(heading).toBe("Importance of the features");
    const svg = await renderFigure(spec);
    expect(svg).toContain("The 20 largest of 22");
    expect(svg).toContain("(pounds)");
    expect(svg.match(/>feature \d+</g)).toHaveLength(20);
  });

  it("asks the model as its server does", () => {
    const { model, table, predicted } = results;
    expect(model.predict(table.rows, 7 * CALIFORNIA.width)).toBe(predicted[7]);
  });
});

it.each([
  [35_682, "35682"],
  [0.43688279, "0.436883"],
  [-0.00000202963, "-2.02963e-6"],
  [0, "0"],
])("writes %p as %s in a table", (value, text) => {
  expect(short(value)).toBe(text);
});

function deviationOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
