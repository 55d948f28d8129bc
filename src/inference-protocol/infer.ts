import type { Model } from "../../model/model";
import type { GraphQLContext, PredictionRecorder } from "../../schema/context";
import { InputProblem } from "../../schema/invalid-input.error";
import { type InferRequest, OUTPUTS, type OutputName } from "./infer-request";
import { readTensorRows } from "./tensor-rows";

/** A tensor of an answer. */
interface OutputTensor {
  readonly name: OutputName;
  readonly datatype: "FP64";
  readonly shape: readonly [rows: number];
  /** In the target's unit. */
  readonly data: readonly number[];
}

/** The inference response of the protocol. */
export interface InferResponse {
  readonly model_name: string;
  readonly model_version: string;
  readonly id?: string;
  readonly outputs: readonly OutputTensor[];
}

/** Predicts the rows of a request; or says what is wrong with them. */
export function infer(
  request: InferRequest,
  model: Model,
  { catalogue, recorder }: GraphQLContext,
): InferResponse | InputProblem {
  const rows = readTensorRows(request, model, catalogue);
  if (rows instanceof InputProblem) return rows;
  const predicted = predictAll(rows, model, request, recorder);
  const { id, outputs } = request;
  return {
    model_name: model.file.name,
    model_version: String(model.file.version),
    ...(id !== undefined && { id }),
    outputs: outputs.map((name) => ({
      name,
      datatype: "FP64",
      shape: [request.rows],
      data: predicted[name],
    })),
  };
}

/** Whether the interval must be computed. */
export function asksForInterval({ outputs }: Pick<InferRequest, "outputs">): boolean {
  return outputs.some((name) => name !== "price");
}

function predictAll(
  rows: Float64Array,
  model: Model,
  request: InferRequest,
  recorder: PredictionRecorder | undefined,
): Readonly<Record<OutputName, readonly number[]>> {
  const { width } = model.table;
  const { coverage } = request;
  const [price, lower, upper] = OUTPUTS.map((): number[] => []);
  const withInterval = asksForInterval(request);
  recorder?.batched(request.rows, 0);
  for (let offset = 0; offset < rows.length; offset += width) {
    let prediction: number;
    if (withInterval) {
      const { interval, ...rest } = model.predictWithInterval(rows, offset, coverage);
      prediction = rest.prediction;
      lower.push(interval.lower);
      upper.push(interval.upper);
    } else {
      prediction = model.predict(rows, offset);
    }
    price.push(prediction);
    recorder?.predicted(model, rows, offset, prediction);
  }
  return { price, lower, upper };
}
