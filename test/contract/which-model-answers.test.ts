import { readFileSync } from "node:fs";
import type { Model } from "../../model/model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { ALL_COLUMNS, modelVariant, variantOf } from "../support/model-variants";

const REQUIRED = ["MedInc", "AveRooms", "AveOccup"];
const WITHOUT_PLACE = ALL_COLUMNS.filter((column) => column !== "Latitude" && column !== "Longitude");
const WITHOUT_AGE = ALL_COLUMNS.filter((column) => column !== "HouseAge");

// As they are committed: linear@1 needs the three required features, linear@2 and spatial@1 all eight.
const linear1 = modelVariant("linear", 1, 0.83);
const linear2 = modelVariant("linear", 2, 0.73, 8);
const spatial1 = modelVariant("spatial", 1, 0.43, 8);
const committed = [linear1, linear2, spatial1];

/** A model whose test rows were other ones, on which it has this RMSE. */
function withTest(model: Model, rmse: number, changes: Partial<Model["file"]["trainingData"]>): Model {
  const { metrics, trainingData } = model.file;
  return variantOf(model, {
    metrics: { ...metrics, test: { ...metrics.test, rmse } },
    trainingData: { ...trainingData, ...changes },
  });
}

interface Situation {
  readonly models: readonly Model[];
  /** The features that the input has. */
  readonly input: readonly string[];
  readonly pins?: Readonly<Record<string, number>>;
}

/** What docs/MODELS.md tells of, by the words of its table. */
const SITUATIONS: Readonly<Record<string, Situation>> = {
  "the models as they are committed, all features": { models: committed, input: ALL_COLUMNS },
  "the same, the required features alone": { models: committed, input: REQUIRED },
  "the same, all features but the location": { models: committed, input: WITHOUT_PLACE },
  "`linear` retrained with the same options, the required features": {
    models: [...committed, modelVariant("linear", 3, 0.83)],
    input: REQUIRED,
  },
  "`linear` retrained with all features and a seed whose test rows are easier than those of `spatial`, all features":
    {
      models: [...committed, withTest(modelVariant("linear", 3, 0.73, 8), 0.3, { seed: 7 })],
      input: ALL_COLUMNS,
    },
  "`linear` retrained with a test size of 11 rows that it predicts nearly exactly, all features": {
    models: [...committed, withTest(modelVariant("linear", 3, 0.74, 8), 0.05, { testSize: 0.0005 })],
    input: ALL_COLUMNS,
  },
  "`spatial` retrained, and a little worse, all features": {
    models: [...committed, modelVariant("spatial", 2, 0.44, 8)],
    input: ALL_COLUMNS,
  },
  "the same, `spatial` rolled back": {
    models: [...committed, modelVariant("spatial", 2, 0.44, 8)],
    input: ALL_COLUMNS,
    pins: { spatial: 1 },
  },
  "`linear` pinned to version 2, the required features": {
    models: committed,
    input: REQUIRED,
    pins: { linear: 2 },
  },
  "`linear` retrained on newer data, all features": {
    models: [
      ...committed,
      variantOf(withTest(modelVariant("linear", 3, 0.9, 8), 0.9, { sha256: "f".repeat(64) }), {
        trainedAt: "2030-01-01T00:00:00Z",
      }),
    ],
    input: ALL_COLUMNS,
  },
  "`spatial` retrained on rows some of which lack the age, all features but the age": {
    models: [
      ...committed,
      variantOf(modelVariant("spatial", 2, 0.45, 8), {
        features: spatial1.file.features.map((feature) =>
          feature.name === "HouseAge" ? { ...feature, missing: 12 } : feature,
        ),
      }),
    ],
    input: WITHOUT_AGE,
  },
};

/** Rows of the table in docs/MODELS.md that tells which model answers: situation and answer. */
const documented = new Map(
  [
    ...readFileSync("docs/MODELS.md", "utf8").matchAll(/^\| (.+?) +\| (`\w+@\d+`|none: `\w+`) +\| .+\|$/gm),
  ].map(([, situation, answer]) => [situation, answer.replaceAll("`", "")]),
);

it("docs/MODELS.md tells of the situations that are tested here, and of no others", () => {
  expect([...documented.keys()]).toEqual(Object.keys(SITUATIONS));
});

it.each(Object.entries(SITUATIONS))(
  "%s: the model that docs/MODELS.md names answers",
  (situation, { models, input, pins = {} }) => {
    const catalogue = new ModelCatalogue(models, { pins: new Map(Object.entries(pins)) });
    const row = Float64Array.from(catalogue.table.features, ({ name }) =>
      input.includes(name) ? 1 : Number.NaN,
    );
    expect(catalogue.answering(row)?.id ?? "none: BAD_USER_INPUT").toBe(documented.get(situation));
  },
);
