export const I32 = 0x7f;
export const V128 = 0x7b;

/** Name, code, and locals besides the parameters. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly locals: readonly { readonly count: number; readonly type: number }[];
  readonly code: readonly number[];
}

/** In pages of 64 KiB. */
export const MAX_PAGES = 65_536;

const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 };
const [FUNCTION_TYPE, FUNCTION, MEMORY, SHARED_WITH_MAXIMUM, END] = [0x60, 0x00, 0x02, 0x03, 0x0b];
const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/**
 * Encodes a WebAssembly module of functions on a shared memory imported as `env.memory` (WebAssembly core specification 2.0, chapter 5).
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

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

/** Signed LEB128. */
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
