import type { GraphBuilder } from "../../export/onnx/graph-builder";
import { ELEMENT } from "../../export/onnx/onnx-schema";

type Values = readonly (number | string)[];

const numbers = (values: Values) => values.map(Number);

/** Applies a function to each pair of elements; a single element goes with all. */
function pairwise(one: Values, other: Values, of: (a: number, b: number) => number): number[] {
  const length = Math.max(one.length, other.length);
  const at = (values: Values, i: number) => Number(values.length === 1 ? values[0] : values[i]);
  return Array.from({ length }, (_, i) => of(at(one, i), at(other, i)));
}

const PAIRS: { readonly [opType: string]: (a: number, b: number) => number } = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Max: Math.max,
  Min: Math.min,
  Or: (a, b) => Number(a === 1 || b === 1),
  Less: (a, b) => Number(a < b),
  Greater: (a, b) => Number(a > b),
  LessOrEqual: (a, b) => Number(a <= b),
  GreaterOrEqual: (a, b) => Number(a >= b),
};

const FUNCTIONS: { readonly [opType: string]: (a: number) => number } = {
  Exp: Math.exp,
  Log: Math.log,
  Sqrt: Math.sqrt,
  Floor: Math.floor,
  IsNaN: (a) => Number(Number.isNaN(a)),
};

/** Computes the nodes of a graph for one row, as an engine would. */
export function runGraph(
  { nodes, initializers }: GraphBuilder,
  inputs: { readonly [name: string]: number | string },
): (name: string) => number {
  const known = new Map<string, Values>(Object.entries(inputs).map(([name, value]) => [name, [value]]));
  for (const { name, dataType, rawData, stringData = [] } of initializers) {
    const isText = dataType === ELEMENT.string;
    const texts = stringData.map((bytes) => new TextDecoder().decode(bytes));
    known.set(name, isText ? texts : [...new Float64Array(rawData?.slice().buffer ?? new ArrayBuffer(0))]);
  }
  for (const { opType, input, output, attribute } of nodes) {
    const operands = input.map((name) => {
      const values = known.get(name);
      if (!values) throw new Error(`${name} is read before it is computed.`);
      return values;
    });
    const to = attribute.find(({ name }) => name === "to")?.i;
    known.set(output[0], compute(opType, operands, to));
  }
  return (name) => Number(known.get(name)?.[0]);
}

function compute(opType: string, operands: readonly Values[], to: number | undefined): Values {
  const [one, other, third] = operands;
  const ofPair = PAIRS[opType];
  if (ofPair) return pairwise(one, other, ofPair);
  const ofOne = FUNCTIONS[opType];
  if (ofOne) return numbers(one).map(ofOne);
  switch (opType) {
    case "Equal":
      return other.map((value) => Number(value === one[0]));
    case "Cast":
      return numbers(one).map((value) => (to === ELEMENT.int64 ? Math.trunc(value) : value));
    case "Where":
      return one[0] === 1 ? other : third;
    case "Gather":
      return [one[Number(other[0])]];
    case "Concat":
      return operands.flat();
    case "MatMul":
      return [pairwise(one, other, (a, b) => a * b).reduce((sum, each) => sum + each, 0)];
    default:
      throw new Error(`${opType} is not known.`);
  }
}
