import { DATATYPE_OF, elementsOf } from "../../../../src/inference-protocol/datatypes";

const NUMBERS = [
  "UINT8",
  "UINT16",
  "UINT32",
  "UINT64",
  "INT8",
  "INT16",
  "INT32",
  "INT64",
  "FP16",
  "FP32",
  "FP64",
];

describe("an element of a tensor of whole numbers", () => {
  it.each([
    ["UINT8", 0, 255],
    ["UINT16", 0, 65_535],
    ["UINT32", 0, 4_294_967_295],
    ["INT8", -128, 127],
    ["INT16", -32_768, 32_767],
    ["INT32", -2_147_483_648, 2_147_483_647],
  ])("of %s is from %d to %d", (datatype, min, max) => {
    const isElement = elementsOf(datatype, "number");
    expect([min - 1, min, max, max + 1].map((number) => isElement?.(number))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([0.5, "1", true, null].map((other) => isElement?.(other))).toEqual([false, false, false, false]);
  });

  it.each([
    ["UINT64", -1, 0],
    ["INT64", -(2 ** 63) - 2 ** 11, -(2 ** 63)],
  ])("of %s is not %d, but %d and far more", (datatype, below, min) => {
    const isElement = elementsOf(datatype, "integer");
    expect([below, min, 2 ** 62, 2 ** 65].map((number) => isElement?.(number))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("an element of another tensor", () => {
  it.each(["FP16", "FP32", "FP64"])("of %s is any number", (datatype) => {
    const isElement = elementsOf(datatype, "number");
    expect([-1e300, 0.5, "1", true].map((element) => isElement?.(element))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("of BOOL is true or false", () => {
    const isElement = elementsOf("BOOL", "boolean");
    expect([true, false, 1, "true"].map((element) => isElement?.(element))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("of BYTES is a text", () => {
    const isElement = elementsOf("BYTES", "category");
    expect(["", "gas", 1, true].map((element) => isElement?.(element))).toEqual([true, true, false, false]);
  });
});

describe("the datatypes of a column", () => {
  it.each(["number", "integer", "year"] as const)(
    "when it has numbers (%s), are those of numbers",
    (kind) => {
      const accepted = [...NUMBERS, "BOOL", "BYTES"].filter(
        (datatype) => elementsOf(datatype, kind) !== undefined,
      );
      expect(accepted).toEqual(NUMBERS);
    },
  );

  it.each([
    ["boolean", "BOOL"],
    ["date", "BYTES"],
    ["category", "BYTES"],
  ] as const)("when it is a %s, are %s alone", (kind, own) => {
    const accepted = [...NUMBERS, "BOOL", "BYTES"].filter(
      (datatype) => elementsOf(datatype, kind) !== undefined,
    );
    expect(accepted).toEqual([own]);
  });

  it("are none that the protocol does not have", () => {
    for (const datatype of ["fp64", "STRING", "", 64, null, undefined]) {
      expect(elementsOf(datatype, "number")).toBeUndefined();
    }
  });

  it("are named in the metadata by the widest", () => {
    expect(DATATYPE_OF).toEqual({
      number: "FP64",
      integer: "INT64",
      year: "INT64",
      boolean: "BOOL",
      date: "BYTES",
      category: "BYTES",
    });
  });
});
