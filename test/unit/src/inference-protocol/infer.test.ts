import type { Model } from "../../../../model/model";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import type { PredictionRecorder } from "../../../../schema/context";
import { InputProblem } from "../../../../schema/invalid-input.error";
import { asksForInterval, infer } from "../../../../src/inference-protocol/infer";
import { type OutputName, readInferRequest } from "../../../../src/inference-protocol/infer-request";
import { CALIFORNIA } from "../../../support/california";
import { modelVariant } from "../../../support/model-variants";

const INCOMES = [3.5, 8];

let model: Model;

beforeEach(() => {
  model = modelVariant("a", 12, 1);
});

/** The answer for two rows, which differ in their income. */
function inferred(
  outputs: readonly OutputName[],
  id?: string,
  recorder?: PredictionRecorder,
  incomes = INCOMES,
) {
  const inputs = [
    ["MedInc", incomes],
    ["AveRooms", [5, 5]],
    ["AveOccup", [2, 2]],
  ].map(([name, data]) => ({ name, data, datatype: "FP64", shape: [2] }));
  const body = { id, inputs, outputs: outputs.map((name) => ({ name })), parameters: { coverage: 0.8 } };
  const request = readInferRequest(CALIFORNIA, body);
  if (request instanceof InputProblem) throw new Error(request.message);
  return infer(request, model, { catalogue: new ModelCatalogue([model]), ...(recorder && { recorder }) });
}

const row = (income: number) => {
  const values = CALIFORNIA.emptyRow();
  for (const [name, value] of Object.entries({ MedInc: income, AveRooms: 5, AveOccup: 2 })) {
    values[CALIFORNIA.indexOf(name)] = value;
  }
  return values;
};
const tensor = (name: OutputName, data: readonly number[]) => ({ name, datatype: "FP64", shape: [2], data });

describe("the answer to an inference request", () => {
  it("has the model's predictions, and no id where the request has none", () => {
    expect(inferred(["price"])).toEqual({
      model_name: "a",
      model_version: "12",
      outputs: [
        tensor(
          "price",
          INCOMES.map((income) => model.predict(row(income))),
        ),
      ],
    });
  });

  it("has the outputs in the order that was asked for, at its coverage, with the id", () => {
    const intervals = INCOMES.map((income) => model.predictWithInterval(row(income), 0, 0.8).interval);
    expect(inferred(["upper", "price", "lower"], "x")).toEqual({
      model_name: "a",
      model_version: "12",
      id: "x",
      outputs: [
        tensor(
          "upper",
          intervals.map(({ upper }) => upper),
        ),
        tensor(
          "price",
          INCOMES.map((income) => model.predict(row(income))),
        ),
        tensor(
          "lower",
          intervals.map(({ lower }) => lower),
        ),
      ],
    });
  });

  it("when a row cannot be accepted, then it says why, and nothing is recorded", () => {
    const recorder = { batched: jest.fn(), predicted: jest.fn() };
    const found = inferred(["price"], undefined, recorder, [3.5, -1]);
    expect(found instanceof InputProblem && found.fields.map(({ path }) => path)).toEqual(["MedInc[1]"]);
    expect([recorder.batched, recorder.predicted].map(({ mock }) => mock.calls)).toEqual([[], []]);
  });
});

it.each([["price"], ["lower"]] as const)("each row is recorded with its prediction: %s", (output) => {
  const batches: number[][] = [];
  const rows: [string, number, number, number][] = [];
  inferred([output], undefined, {
    batched: (count, first) => void batches.push([count, first]),
    predicted: ({ id }, values, offset, prediction) =>
      void rows.push([id, values[offset], offset, prediction]),
  });
  expect(batches).toEqual([[2, 0]]);
  expect(rows).toEqual([
    ["a@12", 3.5, 0, model.predict(row(3.5))],
    ["a@12", 8, CALIFORNIA.width, model.predict(row(8))],
  ]);
});

it.each([
  [["price"], false],
  [["price", "upper"], true],
  [["lower"], true],
] as const)("the interval of %j is computed: %s", (outputs, asked) => {
  expect(asksForInterval({ outputs })).toBe(asked);
});
