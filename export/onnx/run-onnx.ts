import type { InferenceSession, Tensor } from "onnxruntime-common";
import type { Model } from "../../model/model";
import { rawValueOf } from "../../model/table/raw-value";

/** What onnxruntime-node and onnxruntime-web have in common. */
export interface OnnxRuntime {
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof Tensor;
}

export interface OnnxAnswers {
  readonly price: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** Runs an exported file for rows of the model's table. */
export async function runOnnx(
  { InferenceSession, Tensor }: OnnxRuntime,
  content: Uint8Array,
  { table, file }: Model,
  rows: Float64Array,
): Promise<OnnxAnswers> {
  const session = await InferenceSession.create(content, {
    // A few rows do not repay what optimizing a graph of thousands of nodes takes.
    graphOptimizationLevel: "disabled",
  });
  try {
    const { width } = table;
    const count = rows.length / width;
    const feeds = Object.fromEntries(
      file.features.map(({ name }) => {
        const position = table.indexOf(name);
        const column = table.features[position];
        const values = Float64Array.from({ length: count }, (_, i) => rows[i * width + position]);
        if (!column.categories) return [column.apiName, new Tensor("float64", values, [count, 1])];
        const texts = Array.from(values, (value) =>
          String(value < 0 ? "?" : (rawValueOf(column, value) ?? "")),
        );
        return [column.apiName, new Tensor("string", texts, [count, 1])];
      }),
    );
    const { price, lower, upper } = await session.run(feeds);
    return { price: numbersOf(price), lower: numbersOf(lower), upper: numbersOf(upper) };
  } finally {
    await session.release();
  }
}

function numbersOf({ data }: Tensor): Float64Array {
  if (data instanceof Float64Array) return data;
  throw new TypeError("The output is not of double precision.");
}
