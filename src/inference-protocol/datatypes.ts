import type { ColumnKind } from "../../model/table/table-column";

/** Reads whether an element of JSON is of a datatype. */
type IsElement = (element: unknown) => boolean;

const isNumber: IsElement = (element) => typeof element === "number";

function wholeFrom(min: number, max: number): IsElement {
  return (element) =>
    typeof element === "number" && Number.isInteger(element) && element >= min && element <= max;
}

/** The datatypes of the protocol, by their names, and what their elements are in JSON. */
const DATATYPES: ReadonlyMap<string, IsElement> = new Map([
  ["BOOL", (element) => typeof element === "boolean"],
  ["UINT8", wholeFrom(0, 2 ** 8 - 1)],
  ["UINT16", wholeFrom(0, 2 ** 16 - 1)],
  ["UINT32", wholeFrom(0, 2 ** 32 - 1)],
  ["UINT64", wholeFrom(0, 2 ** 64 - 1)],
  ["INT8", wholeFrom(-(2 ** 7), 2 ** 7 - 1)],
  ["INT16", wholeFrom(-(2 ** 15), 2 ** 15 - 1)],
  ["INT32", wholeFrom(-(2 ** 31), 2 ** 31 - 1)],
  ["INT64", wholeFrom(-(2 ** 63), 2 ** 63 - 1)],
  ["FP16", isNumber],
  ["FP32", isNumber],
  ["FP64", isNumber],
  ["BYTES", (element) => typeof element === "string"],
]);

/** The datatype that the metadata names for a column of each kind. */
export const DATATYPE_OF: { readonly [kind in ColumnKind]: string } = {
  number: "FP64",
  integer: "INT64",
  year: "INT64",
  boolean: "BOOL",
  date: "BYTES",
  category: "BYTES",
};

/**
 * What the elements of a tensor must be.
 *
 * @returns undefined where the column cannot have this datatype; columns of numbers can have that of any number
 */
export function elementsOf(datatype: unknown, kind: ColumnKind): IsElement | undefined {
  if (typeof datatype !== "string") return undefined;
  const isElement = DATATYPES.get(datatype);
  const own = DATATYPE_OF[kind];
  const isOfNumbers = datatype !== "BOOL" && datatype !== "BYTES";
  return own === datatype || (isOfNumbers && own !== "BOOL" && own !== "BYTES") ? isElement : undefined;
}
