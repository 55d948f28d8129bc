import { type OnnxRuntime, runOnnx } from "../../../../export/onnx/run-onnx";
import type { Model } from "../../../../model/model";
import { EVERY_TYPE, modelOf, tableOf } from "../../../support/every-type";

jest.mock("../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../support/weights-kind").weights],
  };
});

interface FakeTensor {
  readonly type: string;
  readonly data: ArrayLike<unknown>;
  readonly dims: readonly number[];
}

let model: Model;
let fed: { readonly [name: string]: FakeTensor };
let calls: unknown[];

beforeEach(() => {
  model = modelOf(tableOf(EVERY_TYPE));
  fed = {};
  calls = [];
});

/** A runtime that records what it is fed with, and answers with this price. */
function runtimeOf(price: () => unknown): OnnxRuntime {
  class Tensor {
    constructor(
      readonly type: string,
      readonly data: ArrayLike<unknown>,
      readonly dims: readonly number[],
    ) {}
  }
  const create = async (content: Uint8Array, options: object) => {
    calls.push([[...content], options]);
    return {
      run: async (feeds: { readonly [name: string]: FakeTensor }) => {
        fed = feeds;
        return {
          price: { data: price() },
          lower: { data: Float64Array.of(1, 2) },
          upper: { data: Float64Array.of(3, 4) },
        };
      },
      release: async () => void calls.push("released"),
    };
  };
  return Object.assign(Object.create(null), { InferenceSession: { create }, Tensor });
}

function rowsOf(model: Model): Float64Array {
  const rows = model.table.emptyRows(2);
  const { width } = model.table;
  rows.set([50, 3, 1999, 1, 15_000, 1, 2, 7], 0);
  rows.set([60, NaN, NaN, NaN, NaN, -1, 0, NaN], width);
  return rows;
}

describe("a run of an exported file", () => {
  it("feeds a column for each feature, and gives the outputs", async () => {
    const runtime = runtimeOf(() => Float64Array.of(7, 8));
    const answers = await runOnnx(runtime, Uint8Array.of(1, 2), model, rowsOf(model));

    expect(answers).toEqual({
      price: Float64Array.of(7, 8),
      lower: Float64Array.of(1, 2),
      upper: Float64Array.of(3, 4),
    });
    expect(calls).toEqual([[[1, 2], { graphOptimizationLevel: "disabled" }], "released"]);
    expect(
      Object.entries(fed).map(([name, { type, data, dims }]) => [name, type, Array.from(data), dims]),
    ).toEqual([
      ["area", "float64", [50, 60], [2, 1]],
      ["rooms", "float64", [3, NaN], [2, 1]],
      ["built", "float64", [1999, NaN], [2, 1]],
      ["garden", "float64", [1, NaN], [2, 1]],
      ["sold", "float64", [15_000, NaN], [2, 1]],
      // An unknown category is a text that is none, and a missing one is empty.
      ["style", "string", ["semi-detached", "?"], [2, 1]],
      ["garage", "string", ["two cars", "none"], [2, 1]],
      ["place", "string", ["Place 7", ""], [2, 1]],
    ]);
  });

  it("is refused if the outputs are of single precision, and releases the session", async () => {
    const runtime = runtimeOf(() => Float32Array.of(7, 8));

    await expect(runOnnx(runtime, Uint8Array.of(1), model, rowsOf(model))).rejects.toThrow(
      new TypeError("The output is not of double precision."),
    );
    expect(calls[1]).toBe("released");
  });
});
