import { InputProblem } from "../../../../schema/invalid-input.error";
import { readTensor, type Tensor } from "../../../../src/inference-protocol/tensor";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";

const table = tableOf(EVERY_TYPE);

const ROOMS = { name: "Rooms", datatype: "INT64", shape: [2], data: [3, 4] };

function read(changes: object): Tensor {
  const tensor = readTensor(table, { ...ROOMS, ...changes }, "inputs[7]");
  if (tensor instanceof InputProblem) throw new Error(tensor.message);
  return tensor;
}

/** What is wrong with a tensor, as its path and message. */
function problemOf(input: unknown) {
  const found = readTensor(table, input, "inputs[7]");
  if (!(found instanceof InputProblem)) throw new Error("The tensor was accepted.");
  const [field, ...others] = found.fields;
  expect([field.message, others]).toEqual([found.message, []]);
  return [field.path, field.message];
}

describe("a tensor", () => {
  it("is the values of a column", () => {
    const { isElement, ...tensor } = read({});
    expect(tensor).toEqual({
      path: "inputs[7]",
      column: table.features[1],
      position: 1,
      rows: 2,
      data: [3, 4],
      isNested: false,
    });
    expect([isElement(3), isElement(3.5)]).toEqual([true, false]);
  });

  it.each([
    ["[n]", [2], [3, 4], false],
    ["[n, 1], flat", [2, 1], [3, 4], false],
    ["[n, 1], nested", [2, 1], [[3], [4]], true],
    ["[n], nested", [2], [[3], [4]], false],
    ["[0]", [0], [], false],
    ["[0, 1]", [0, 1], [], false],
  ])("when its shape is %s, then it has that many rows", (_what, shape, data, isNested) => {
    expect(read({ shape, data })).toMatchObject({ rows: shape[0], data, isNested });
  });

  it.each([undefined, null, {}, { content_type: "np" }])("may have parameters: %j", (parameters) => {
    expect(read({ parameters }).rows).toBe(2);
  });
});

describe("a tensor is refused", () => {
  it.each([null, 7, [], "Rooms"])("when it is no object: %j", (input) => {
    const message = "inputs[7] must be a tensor: an object with name, shape, datatype and data.";
    expect(problemOf(input)).toEqual(["inputs[7]", message]);
  });

  it("when it has no name, or that of no column", () => {
    expect(problemOf({ ...ROOMS, name: 7 })).toEqual([
      "inputs[7].name",
      "The name of a tensor must be a string.",
    ]);
    const message =
      "There is no column Room. There are Area, Rooms, Built, Garden, Sold, Style, Garage, Place.";
    expect(problemOf({ ...ROOMS, name: "Room" })).toEqual(["inputs[7].name", message]);
  });

  it.each([
    ["Rooms", "BOOL", 'INT64 or that of another number; it is "BOOL"'],
    ["Area", 7, "FP64 or that of another number; it is without a name"],
    ["Garden", "UINT8", 'BOOL; it is "UINT8"'],
    ["Style", "UINT8", 'BYTES; it is "UINT8"'],
  ])("when %s is of %s", (name, datatype, ending) => {
    expect(problemOf({ ...ROOMS, name, datatype })).toEqual([
      "inputs[7].datatype",
      `The datatype of ${name} must be ${ending}.`,
    ]);
  });

  it("when its parameters are no object, or its data are binary", () => {
    expect(problemOf({ ...ROOMS, parameters: [] })).toEqual([
      "inputs[7].parameters",
      "The parameters of Rooms must be an object.",
    ]);
    expect(problemOf({ ...ROOMS, parameters: { binary_data_size: 0 } })).toEqual([
      "inputs[7].parameters.binary_data_size",
      "Binary tensor data is not supported: send the data as JSON. (Rooms)",
    ]);
  });

  it.each([[undefined], [2], [[]], [[2, 1, 1]], [[2, 2]], [[2, "1"]], [["2"]], [[-1]], [[1.5]], [[2 ** 53]]])(
    "when its shape is not that of one column: %j",
    (shape) => {
      expect(problemOf({ ...ROOMS, shape })).toEqual([
        "inputs[7].shape",
        "The shape of Rooms must be [n] or [n, 1], for n rows.",
      ]);
    },
  );

  it("when its data are no array, or of another length than its shape", () => {
    expect(problemOf({ ...ROOMS, data: "34" })).toEqual([
      "inputs[7].data",
      "The data of Rooms must be an array.",
    ]);
    expect(problemOf({ ...ROOMS, data: [3] })).toEqual([
      "inputs[7].data",
      "The data of Rooms must have 2 elements, as its shape says; it has 1.",
    ]);
    expect(problemOf({ ...ROOMS, data: [3, 4, 5] })[1]).toMatch(/; it has 3\.$/);
  });
});
