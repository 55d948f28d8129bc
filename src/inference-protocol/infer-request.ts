import type { Table } from "../../model/table/table";
import { MAX_COVERAGE, MIN_COVERAGE } from "../../model/trust/uncertainty";
import { isCoverage } from "../../schema/house-price-prediction.type";
import { InputProblem } from "../../schema/invalid-input.error";
import { isJsonRecord, type JsonRecord } from "../../schema/json-record";
import { problem, quoted } from "./parts";
import { readTensor, type Tensor } from "./tensor";

/** The outputs of every model, in this order. */
export const OUTPUTS = ["price", "lower", "upper"] as const;

export type OutputName = (typeof OUTPUTS)[number];

/** Characters of a request id: it is sent back. */
const MAX_ID = 1000;

/** Coverage of the interval from `lower` to `upper`, as in GraphQL. */
const DEFAULT_COVERAGE = 0.9;

/** An inference request whose tensors fit together; their elements have not been looked at. */
export interface InferRequest {
  readonly id: string | undefined;
  /** Number of rows: all tensors have as many elements. */
  readonly rows: number;
  readonly tensors: readonly Tensor[];
  readonly outputs: readonly OutputName[];
  readonly coverage: number;
}

/** Reads an inference request, but for the elements of its tensors; or says what is wrong with it. */
export function readInferRequest(table: Table, body: JsonRecord): InferRequest | InputProblem {
  const id = body.id ?? undefined;
  if (id !== undefined && (typeof id !== "string" || id.length > MAX_ID)) {
    return problem("id", `id must be a string of at most ${MAX_ID} characters.`);
  }
  const coverage = readCoverage(body.parameters);
  if (coverage instanceof InputProblem) return coverage;
  const outputs = readOutputs(body.outputs);
  if (outputs instanceof InputProblem) return outputs;
  const tensors = readTensors(table, body.inputs);
  if (tensors instanceof InputProblem) return tensors;
  return { id, rows: tensors[0].rows, tensors, outputs, coverage };
}

function readCoverage(parameters: unknown): number | InputProblem {
  if (parameters === undefined || parameters === null) return DEFAULT_COVERAGE;
  if (!isJsonRecord(parameters)) return problem("parameters", "parameters must be an object.");
  const { coverage = DEFAULT_COVERAGE } = parameters;
  if (typeof coverage === "number" && isCoverage(coverage)) return coverage;
  return problem("parameters.coverage", `coverage must be a number from ${MIN_COVERAGE} to ${MAX_COVERAGE}.`);
}

/** Without a list, or with an empty one, all outputs are asked for. */
function readOutputs(outputs: unknown): readonly OutputName[] | InputProblem {
  if (outputs === undefined || outputs === null) return OUTPUTS;
  if (!Array.isArray(outputs)) return problem("outputs", "outputs must be an array.");
  const names = new Set<OutputName>();
  for (const [index, output] of outputs.entries()) {
    const path = `outputs[${index}]`;
    if (!isJsonRecord(output)) return problem(path, `${path} must be an object with the name of an output.`);
    const name = OUTPUTS.find((each) => each === output.name);
    if (name === undefined) {
      const message = `There is no output ${quoted(output.name)}. There are ${OUTPUTS.join(", ")}.`;
      return problem(`${path}.name`, message);
    }
    if (names.has(name)) return problem(`${path}.name`, `The output ${name} is requested twice.`);
    names.add(name);
  }
  return names.size > 0 ? [...names] : OUTPUTS;
}

function readTensors(table: Table, inputs: unknown): readonly Tensor[] | InputProblem {
  if (!Array.isArray(inputs) || inputs.length === 0) {
    return problem("inputs", "inputs must be an array of tensors, one per column.");
  }
  const tensors: Tensor[] = [];
  const positions = new Set<number>();
  for (const [index, input] of inputs.entries()) {
    const tensor = readTensor(table, input, `inputs[${index}]`);
    if (tensor instanceof InputProblem) return tensor;
    const { column, path, rows } = tensor;
    if (positions.has(tensor.position)) {
      return problem(`${path}.name`, `There is more than one tensor ${column.name}.`);
    }
    const [first = tensor] = tensors;
    if (rows !== first.rows) {
      const message = `All tensors must have the same number of rows: ${first.column.name} has ${first.rows}, ${column.name} has ${rows}.`;
      return problem(`${path}.shape`, message);
    }
    positions.add(tensor.position);
    tensors.push(tensor);
  }
  return tensors;
}
