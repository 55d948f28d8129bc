import type { Model } from "../../../../model/model";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { InputProblem } from "../../../../schema/invalid-input.error";
import { readInferRequest } from "../../../../src/inference-protocol/infer-request";
import { readTensorRows } from "../../../../src/inference-protocol/tensor-rows";
import { EVERY_TYPE, modelOf, tableOf } from "../../../support/every-type";
import type { TensorBody } from "../../../support/inference";
import { variantOf } from "../../../support/model-variants";

jest.mock("../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../support/weights-kind").weights],
  };
});

let model: Model;
let catalogue: ModelCatalogue;

beforeEach(() => {
  model = modelOf(tableOf(EVERY_TYPE));
  catalogue = new ModelCatalogue([model]);
});

function tensor(name: string, datatype: string, data: readonly unknown[], isNested = false): TensorBody {
  const shape = isNested ? [data.length, 1] : [data.length];
  return { name, datatype, shape, data: isNested ? data.map((item) => [item]) : data };
}

function read(...inputs: TensorBody[]): Float64Array | InputProblem {
  const request = readInferRequest(catalogue.table, { inputs });
  if (request instanceof InputProblem) throw new Error(request.message);
  return readTensorRows(request, model, catalogue);
}

function rowsOf(...inputs: TensorBody[]): number[] {
  const rows = read(...inputs);
  if (rows instanceof InputProblem) throw new Error(rows.message);
  return [...rows];
}

function problemsOf(...inputs: TensorBody[]) {
  const found = read(...inputs);
  if (!(found instanceof InputProblem)) throw new Error("The rows were accepted.");
  return found.fields;
}

const AREAS = tensor("Area", "FP64", [70, 80]);
const STYLES = tensor("Style", "BYTES", ["terrace", "1st"]);
const none = Number.NaN;

describe("the rows of tensors", () => {
  it("have the values of each, whether nested or not; what is absent is missing, or the category that stands for it", () => {
    const rows = rowsOf(
      tensor("Garden", "BOOL", [true, false], true),
      AREAS,
      tensor("Sold", "BYTES", ["2000-01-03", null]),
      STYLES,
      tensor("Place", "BYTES", ["Place 7", null], true),
    );
    // 2000-01-03 is day 10957 + 2 since 1970; garages that are not told of are "none", the first.
    expect(rows).toEqual([...[70, none, none, 1, 10_959, 0, 0, 7], ...[80, none, none, 0, none, 5, 0, none]]);
  });

  it("when there are none, then they are empty", () => {
    expect(rowsOf(tensor("Area", "FP64", []), tensor("Style", "BYTES", []))).toEqual([]);
  });

  it("when the table requires a column, then it needs a tensor, though the model does not read it", () => {
    expect(problemsOf(tensor("Rooms", "INT64", [3]))).toEqual([
      { path: "inputs", message: "weights@1 needs a tensor Area: Area, in m²." },
      { path: "inputs", message: "weights@1 needs a tensor Style: Style." },
    ]);
  });

  it("when the model alone needs a column, then it needs a tensor too", () => {
    const optional = modelOf(
      tableOf([
        { name: "Area", type: "number", unit: "m²" },
        { name: "Rooms", type: "integer" },
      ]),
    );
    const [area, rooms] = optional.file.features;
    model = variantOf(optional, { features: [{ ...area, missing: 0 }, rooms] });
    catalogue = new ModelCatalogue([model]);
    expect(problemsOf(tensor("Rooms", "INT64", [3]))).toEqual([
      { path: "inputs", message: "weights@1 needs a tensor Area: Area, in m²." },
    ]);
  });
});

describe("an element that is not one", () => {
  it.each([
    ["Rooms", "INT8", 128, "a whole number"],
    ["Rooms", "FP64", 1.5, "a whole number"],
    ["Garden", "BOOL", 1, "true or false"],
    ["Sold", "BYTES", "03/01/2000", "a day such as 2024-05-31"],
  ])("in %s of %s: %j", (name, datatype, element, type) => {
    expect(problemsOf(AREAS, STYLES, tensor(name, datatype, [null, element]))).toEqual([
      { path: "inputs[2].data[1]", message: `${name}[1] must be ${type}, and of the tensor's datatype.` },
    ]);
  });

  it("is an item of nested data that is not an array of one element", () => {
    for (const item of [3, [], [3, 4]]) {
      const rooms = { ...tensor("Rooms", "INT64", [1, 2], true), data: [[1], item] };
      expect(problemsOf(AREAS, STYLES, rooms).map(({ path }) => path)).toEqual(["inputs[2].data[1]"]);
    }
  });

  it("when there are very many, then twenty of each tensor are looked at", () => {
    const texts = Array.from({ length: 30 }, () => "x");
    const found = read(tensor("Area", "FP64", texts), tensor("Style", "BYTES", texts));
    if (!(found instanceof InputProblem)) throw new Error("The rows were accepted.");
    expect(found.fields.at(-1)?.path).toBe("inputs[0].data[19]");
    expect(found.message).toMatch(/ 20 more values cannot be accepted\.$/);
  });
});

describe("a row that cannot be accepted", () => {
  it("when a value is out of its column's domain, then it is told with the row's number", () => {
    expect(problemsOf(tensor("Area", "FP64", [70, -1]), STYLES)).toEqual([
      {
        path: "Area[1]",
        message: "Row 1: Area must be a finite number, greater than 0; it is -1.",
      },
    ]);
  });

  it("when a value is null that the table requires, then it is told as well", () => {
    expect(problemsOf(AREAS, tensor("Style", "BYTES", [null, "1st"]))).toEqual([
      { path: "Style[0]", message: "Row 0: A value is required for Style: Style." },
    ]);
  });

  it("when there are very many, then the first twenty are told", () => {
    const found = problemsOf(
      tensor("Area", "FP64", new Array(30).fill(-1)),
      tensor("Style", "BYTES", new Array(30).fill("1st")),
    );
    expect(found.map(({ path }) => path)).toEqual(Array.from({ length: 20 }, (_, i) => `Area[${i}]`));
  });
});
