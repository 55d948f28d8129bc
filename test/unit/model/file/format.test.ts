import fc from "fast-check";
import { FORMAT, formatModelFile, type ModelContent, parseModelFile } from "../../../../model/file/format";
import { CALIFORNIA_FEATURES } from "../../../support/california";
import { committedContent, committedFile } from "../../../support/committed-models";

const content = committedContent(1);

/** JSON has no negative zero, and no numbers that are not finite. */
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const natural = fc.nat();
const words = fc.string({ minLength: 1 });
const columns = fc.constantFrom(...CALIFORNIA_FEATURES);
const scores = fc.record({
  rows: natural,
  r2: finite,
  rmse: finite,
  mae: finite,
  medianApe: finite,
  within5: finite,
  within10: finite,
  within20: finite,
});

/** Contents as training could make them, with any numbers and texts in the places that differ between models. */
const contents: fc.Arbitrary<ModelContent> = fc
  .record({
    algorithm: words,
    trainedAt: fc
      .date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString()),
    columns: fc.uniqueArray(columns, { minLength: 3, maxLength: 3 }),
    coefficients: fc.array(finite, { minLength: 3, maxLength: 3 }),
    intercept: finite,
    train: scores,
    test: scores,
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    libraries: fc.array(fc.record({ name: words, version: words }), { maxLength: 3 }),
  })
  .map(({ columns, coefficients, intercept, train, test, seed, ...rest }) => ({
    ...content,
    ...rest,
    features: content.features.map((feature, j) => ({ ...feature, name: columns[j] })),
    novelty: { ...content.novelty, columns },
    uncertainty: { ...content.uncertainty, spread: { intercept: 0, terms: [] } },
    estimator: {
      kind: "linear",
      rows: 7,
      intercept,
      terms: columns.map((feature, j) => ({ feature, coefficient: coefficients[j] })),
    },
    metrics: { ...content.metrics, train, test },
    trainingData: { ...content.trainingData, seed },
  }));

describe("when a model file is written and read again", () => {
  it("has the same content, whatever its numbers and texts are", () => {
    fc.assert(
      fc.property(contents, fc.integer({ min: 1, max: 1e9 }), (original, version) => {
        const parsed = parseModelFile(JSON.parse(formatModelFile(original, version)));
        expect(parsed).toMatchObject({ ok: true, file: { ...original, version } });
      }),
    );
  });

  it("is the same text when the content is the same", () => {
    expect(formatModelFile(content, 3)).toBe(formatModelFile(structuredClone(content), 3));
    expect(formatModelFile(content, 3)).not.toBe(formatModelFile(content, 4));
  });
});

describe("when a file is not a model", () => {
  const file = committedFile(1);
  const [first, ...others] = file.features;
  const cases: [what: string, json: unknown, problem: string][] = [
    ["nothing", null, "Invalid type"],
    ["a list", [], "format"],
    ["another format", { ...file, format: "onnx" }, "format"],
    ["a later format version", { ...file, formatVersion: 999 }, "formatVersion"],
    ["a field that is unknown", { ...file, script: "rm" }, "script"],
    ["a field that is missing", { ...file, target: undefined }, "target"],
    ["a name that leaves its folder", { ...file, name: "../linear" }, "name"],
    ["a name in capitals", { ...file, name: "Linear" }, "name"],
    ["version 0", { ...file, version: 0 }, "version"],
    ["half a version", { ...file, version: 1.5 }, "version"],
    ["a time that is none", { ...file, trainedAt: "yesterday" }, "trainedAt"],
    ["no features", { ...file, features: [] }, "features"],
    [
      "an unknown feature",
      { ...file, features: [{ ...first, name: "Pool" }, ...others] },
      "The table has no feature Pool",
    ],
    ["a feature twice", { ...file, features: [first, first, others[0]] }, "A feature is listed twice"],
    ["a text for a number", { ...file, features: [{ ...first, min: "0" }, ...others] }, "features.0.min"],
    ["an unknown estimator", { ...file, estimator: { kind: "pickle" } }, "estimator.kind"],
    [
      "a term of a feature that is not listed",
      {
        ...file,
        estimator: {
          kind: "linear",
          rows: 7,
          intercept: 0,
          terms: [{ feature: "HouseAge", category: "old", coefficient: 1 }],
        },
      },
      'There is no column "HouseAge = old"',
    ],
    ["a metric that is null", { ...file, metrics: { ...file.metrics, test: null } }, "metrics.test"],
    [
      "a digest that is none",
      { ...file, trainingData: { ...file.trainingData, sha256: "abc" } },
      "trainingData.sha256",
    ],
    ["no golden predictions", { ...file, golden: [] }, "golden"],
    [
      "a golden prediction of another shape",
      { ...file, golden: [{ features: [1], prediction: 1 }] },
      "one value per feature in each golden prediction",
    ],
  ];

  it.each(cases)("refuses %s and says where", (_what, json, problem) => {
    const parsed = parseModelFile(json);
    if (parsed.ok) throw new Error("It was accepted.");
    expect(parsed.problem).toContain(problem);
  });

  it("refuses any JSON that is not a model without failing", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => expect(parseModelFile(json).ok).toBe(false)));
  });

  it("accepts the file that the cases above were made from", () => {
    expect(parseModelFile(file).ok).toBe(true);
    expect(file.format).toBe(FORMAT);
  });
});
