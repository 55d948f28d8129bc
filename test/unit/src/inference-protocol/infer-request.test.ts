import { InputProblem } from "../../../../schema/invalid-input.error";
import type { JsonRecord } from "../../../../schema/json-record";
import { type InferRequest, readInferRequest } from "../../../../src/inference-protocol/infer-request";
import { CALIFORNIA } from "../../../support/california";
import { CALIFORNIA_TENSORS } from "../../../support/inference";

const [INCOME, ROOMS] = CALIFORNIA_TENSORS;

function read(changes: JsonRecord = {}): InferRequest {
  const request = readInferRequest(CALIFORNIA, { inputs: CALIFORNIA_TENSORS, ...changes });
  if (request instanceof InputProblem) throw new Error(request.message);
  return request;
}

/** What is wrong with a request, as a path and a message. */
function problemOf(changes: JsonRecord) {
  const found = readInferRequest(CALIFORNIA, { inputs: CALIFORNIA_TENSORS, ...changes });
  if (!(found instanceof InputProblem)) throw new Error("The request was accepted.");
  return found.fields.flatMap(({ path, message }) => [path, message]);
}

describe("an inference request", () => {
  it("when it has tensors alone, then it asks for every output, with a coverage of 0.9", () => {
    const { tensors, ...others } = read();
    expect(others).toEqual({ id: undefined, rows: 1, outputs: ["price", "lower", "upper"], coverage: 0.9 });
    expect(tensors.map(({ path, column }) => [path, column.name])).toEqual([
      ["inputs[0]", "MedInc"],
      ["inputs[1]", "AveRooms"],
      ["inputs[2]", "AveOccup"],
    ]);
  });

  it("has an id of up to a thousand characters", () => {
    for (const id of ["", "7", "x".repeat(1000)]) expect(read({ id }).id).toBe(id);
    expect(read({ id: null }).id).toBeUndefined();
    for (const id of ["x".repeat(1001), 7, {}]) {
      expect(problemOf({ id })).toEqual(["id", "id must be a string of at most 1000 characters."]);
    }
  });
});

describe("the coverage of a request", () => {
  it.each([
    [null, 0.9],
    [{}, 0.9],
    [{ other: 1 }, 0.9],
    [{ coverage: 0.5 }, 0.5],
    [{ coverage: 0.99 }, 0.99],
  ])("with the parameters %j is %d", (parameters, coverage) => {
    expect(read({ parameters }).coverage).toBe(coverage);
  });

  it.each([0.49, 0.995, "0.9", null])("is not %j", (coverage) => {
    expect(problemOf({ parameters: { coverage } })).toEqual([
      "parameters.coverage",
      "coverage must be a number from 0.5 to 0.99.",
    ]);
  });

  it("when the parameters are no object, then they are refused", () => {
    expect(problemOf({ parameters: [] })).toEqual(["parameters", "parameters must be an object."]);
  });
});

describe("the outputs of a request", () => {
  it("are those that it names, in its order; or all of them", () => {
    expect(read({ outputs: [{ name: "upper" }, { name: "price" }] }).outputs).toEqual(["upper", "price"]);
    for (const outputs of [[], null]) expect(read({ outputs }).outputs).toEqual(["price", "lower", "upper"]);
  });

  it.each([
    ["price", "outputs", "outputs must be an array."],
    [[{ name: "price" }, "lower"], "outputs[1]", "outputs[1] must be an object with the name of an output."],
    [[{ name: "cost" }], "outputs[0].name", 'There is no output "cost". There are price, lower, upper.'],
    [[{}], "outputs[0].name", "There is no output without a name. There are price, lower, upper."],
    [[{ name: "price" }, { name: "price" }], "outputs[1].name", "The output price is requested twice."],
  ])("when they are %j, then %s is refused", (outputs, path, message) => {
    expect(problemOf({ outputs })).toEqual([path, message]);
  });
});

describe("the tensors of a request", () => {
  it.each([undefined, null, {}, []])("are not %j", (inputs) => {
    expect(problemOf({ inputs })).toEqual(["inputs", "inputs must be an array of tensors, one per column."]);
  });

  it("when one is refused, then the request is", () => {
    expect(problemOf({ inputs: [INCOME, { ...ROOMS, data: 7 }] })).toEqual([
      "inputs[1].data",
      "The data of AveRooms must be an array.",
    ]);
  });

  it("when two are of one column, then the second is refused", () => {
    expect(problemOf({ inputs: [INCOME, ROOMS, INCOME] })).toEqual([
      "inputs[2].name",
      "There is more than one tensor MedInc.",
    ]);
  });

  it("when one has another number of rows than the first, then it is refused", () => {
    expect(
      problemOf({ inputs: [INCOME, ROOMS, { ...ROOMS, name: "AveOccup", shape: [2], data: [1, 2] }] }),
    ).toEqual([
      "inputs[2].shape",
      "All tensors must have the same number of rows: MedInc has 1, AveOccup has 2.",
    ]);
  });
});
