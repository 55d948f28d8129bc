import { encodeModule, signed, unsigned, V128, type WasmFunction } from "./wasm-module";

/** Rows and columns of a tile: its 16 sums and their factors fill the vector registers. */
export const TILE = 4;

export const TILE_SIZE = TILE * TILE;

/**
 * Multiplies two panels of {@link TILE} columns: C ± AᵀB. Arguments are byte addresses of 64-bit numbers; A and B have four numbers per
 * row, C is stored column by column.
 *
 * @param length - a multiple of 4
 */
export type TileFunction = (a: number, b: number, c: number, length: number) => void;

/** The hot loop of a fit. */
export interface TileKernel {
  /** C + AᵀB */
  readonly add: TileFunction;
  /** C - AᵀB */
  readonly subtract: TileFunction;
}

/** The kernel for matrices in `memory`, in WebAssembly SIMD. */
export function createKernel(memory: WebAssembly.Memory): TileKernel {
  const module = new WebAssembly.Module(
    encodeModule([tileFunction("add", ADD), tileFunction("subtract", SUB)]),
  );
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { add: exportedFunction(exports.add), subtract: exportedFunction(exports.subtract) };
}

function exportedFunction(value: WebAssembly.ExportValue | undefined): TileFunction {
  if (typeof value !== "function") throw new TypeError("The module does not export the kernel.");
  return (a, b, c, length) => {
    value(a, b, c, length);
  };
}

const SIMD = 0xfd;
const LOAD = [SIMD, 0x00];
const LOAD_SPLAT = [SIMD, 0x0a];
const STORE = [SIMD, 0x0b];
const ADD = [SIMD, ...unsigned(0xf0)];
const SUB = [SIMD, ...unsigned(0xf1)];
const MUL = [SIMD, ...unsigned(0xf2)];
const [LOOP, NO_RESULT, BRANCH_IF, BLOCK_END] = [0x03, 0x40, 0x0d, 0x0b];
const [GET, SET, TEE, CONST, I32_ADD] = [0x20, 0x21, 0x22, 0x41, 0x6a];

const UNROLLED = 4;

/** Bytes of a panel row of four numbers, of a pair, and of a number. */
const [ROW_BYTES, PAIR_BYTES, NUMBER_BYTES] = [32, 16, 8];

const [A, B, C, LENGTH] = [0, 1, 2, 3];
const SUMS = 4;
const LEFT = SUMS + 2 * TILE;
const RIGHT = LEFT + 2;

/** A memory operand `address + offset` with 8-byte alignment. */
const at = (offset: number): number[] => [3, ...unsigned(offset)];

const columns = [0, 1, 2, 3];
const halves = [0, 1];

function tileFunction(name: string, operation: readonly number[]): WasmFunction {
  const sumOf = (column: number, half: number) => SUMS + 2 * column + half;
  const row = (offset: number) => [
    ...halves.flatMap((half) => [GET, A, ...LOAD, ...at(offset + half * PAIR_BYTES), SET, LEFT + half]),
    ...columns.flatMap((column) => [
      ...[GET, B, ...LOAD_SPLAT, ...at(offset + column * NUMBER_BYTES), SET, RIGHT],
      ...halves.flatMap((half) => {
        const sum = sumOf(column, half);
        return [GET, sum, GET, LEFT + half, GET, RIGHT, ...MUL, ...ADD, SET, sum];
      }),
    ]),
  ];
  const advance = (address: number) => [
    ...[GET, address, CONST, ...signed(UNROLLED * ROW_BYTES), I32_ADD, SET, address],
  ];
  const store = (column: number, half: number) => {
    const place = at(column * ROW_BYTES + half * PAIR_BYTES);
    return [GET, C, GET, C, ...LOAD, ...place, GET, sumOf(column, half), ...operation, ...STORE, ...place];
  };
  return {
    name,
    parameters: 4,
    locals: [{ count: 2 * TILE + 3, type: V128 }],
    code: [
      ...[LOOP, NO_RESULT],
      ...Array.from({ length: UNROLLED }, (_, i) => row(i * ROW_BYTES)).flat(),
      ...advance(A),
      ...advance(B),
      ...[GET, LENGTH, CONST, ...signed(-UNROLLED), I32_ADD, TEE, LENGTH, BRANCH_IF, 0],
      BLOCK_END,
      ...columns.flatMap((column) => halves.flatMap((half) => store(column, half))),
    ],
  };
}
