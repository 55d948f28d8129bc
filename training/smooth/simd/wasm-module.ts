/** Types of values in WebAssembly. */
export const I32 = 0x7f;
export const V128 = 0x7b;

/** What a function exports: its name, its code, and the locals that the code uses beside its parameters. */
export interface WasmFunction {
  readonly name: string;
  /** Number of parameters, all of type i32. */
  readonly parameters: number;
  readonly locals: readonly { readonly count: number; readonly type: number }[];
  readonly code: readonly number[];
}

/** Largest memory of WebAssembly, in pages of 64 KiB. */
export const MAX_PAGES = 65_536;

const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 };
const [FUNCTION_TYPE, FUNCTION, MEMORY, SHARED_WITH_MAXIMUM, END] = [0x60, 0x00, 0x02, 0x03, 0x0b];
const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/**
 * Writes a WebAssembly module of functions that compute in a shared memory, which they import as `env.memory`.
 *
 * The format is that of the WebAssembly core specification 2.0, chapter 5.
 */
export function encodeModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    FUNCTION_TYPE,
    ...vector(new Array<number[]>(parameters).fill([I32])),
    ...vector([]),
  ]);
  const memory = [
    ...text("env"),
    ...text("memory"),
    MEMORY,
    SHARED_WITH_MAXIMUM,
    ...unsigned(1),
    ...unsigned(MAX_PAGES),
  ];
  return Uint8Array.from([
    ...MAGIC_AND_VERSION,
    ...section(SECTION.type, vector(types)),
    ...section(SECTION.import, vector([memory])),
    ...section(SECTION.function, vector(functions.map((_, i) => unsigned(i)))),
    ...section(
      SECTION.export,
      vector(functions.map(({ name }, i) => [...text(name), FUNCTION, ...unsigned(i)])),
    ),
    ...section(SECTION.code, vector(functions.map(bodyOf))),
  ]);
}

/** An unsigned integer in LEB128. */
export function unsigned(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

/** A signed integer in LEB128. */
export function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

function bodyOf({ locals, code }: WasmFunction): number[] {
  const body = [...vector(locals.map(({ count, type }) => [...unsigned(count), type])), ...code, END];
  return [...unsigned(body.length), ...body];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  const bytes = [...Buffer.from(value)];
  return [...unsigned(bytes.length), ...bytes];
}
