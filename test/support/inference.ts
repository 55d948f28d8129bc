/** A tensor as a client sends it. */
export interface TensorBody {
  readonly name: string;
  readonly shape: readonly number[];
  readonly datatype: string;
  readonly data: unknown;
  readonly parameters?: object;
}

/** The answer of an endpoint of the Open Inference Protocol. */
export interface InferenceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly error?: string;
    readonly code?: string;
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
    readonly outputs?: readonly {
      readonly name: string;
      readonly datatype: string;
      readonly shape: readonly number[];
      readonly data: readonly number[];
    }[];
    readonly [name: string]: unknown;
  };
}

/** One row of California, as tensors of the names that its columns have in the data. */
export const CALIFORNIA_TENSORS: readonly TensorBody[] = [
  { name: "MedInc", shape: [1], datatype: "FP64", data: [3.5] },
  { name: "AveRooms", shape: [1], datatype: "FP64", data: [5] },
  { name: "AveOccup", shape: [1], datatype: "FP64", data: [2] },
];

/** Asks an endpoint below /v2; with a body, by POST. */
export async function askV2(
  server: string,
  path: string,
  body?: object | string,
  headers: Record<string, string> = { "content-type": "application/json" },
): Promise<InferenceAnswer> {
  const response = await fetch(`${server}/v2${path}`, {
    ...(body !== undefined && {
      method: "POST",
      // Bytes, to which fetch adds no Content-Type of its own.
      body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
    }),
    headers: body === undefined ? {} : headers,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

/** The data of a named output; fails if the answer is an error. */
export function outputOf({ body }: InferenceAnswer, name: string): readonly number[] {
  const output = body.outputs?.find((each) => each.name === name);
  if (!output) throw new Error(`There is no output ${name}: ${JSON.stringify(body)}`);
  return output.data;
}
