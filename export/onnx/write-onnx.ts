import type { Model } from "../../model/model";
import type { TableColumn } from "../../model/table/table-column";
import type { Program } from "../program";
import { GraphBuilder } from "./graph-builder";
import { ELEMENT, ModelProto } from "./onnx-schema";
import { Translator } from "./translate";

/** The first version of the operators in which all that is used takes numbers of double precision and compares texts. */
const OPSET = 19;
const IR_VERSION = 9;

/** The file of a program. */
export function writeOnnx(model: Model, program: Program, coverage: number): Uint8Array {
  const { table, file } = model;
  const graph = new GraphBuilder();
  const translator = new Translator(graph, table, (position) => table.features[position].apiName);
  const outputs = (["price", "lower", "upper"] as const).map((name) => {
    graph.nodes.push({
      opType: "Identity",
      input: [translator.translate(program[name])],
      output: [name],
      attribute: [],
    });
    return columnOf(name, ELEMENT.float64, describe(table.target));
  });
  const metadata: [key: string, value: string][] = [
    ["name", file.name],
    ["version", String(file.version)],
    ["sha256", model.sha256],
    ["coverage", String(coverage)],
    ["target", table.target.name],
    ["unit", table.target.unit ?? ""],
    ...program.inputs.map(({ column }): [string, string] => [`unit.${column.apiName}`, column.unit ?? ""]),
  ];
  const message = {
    irVersion: IR_VERSION,
    producerName: "house-price-graphql",
    docString: `${model.id}: a missing number is NaN, a missing category the empty text. A row that cannot be predicted gives NaN.`,
    opsetImport: [{ domain: "", version: OPSET }],
    metadataProps: metadata.map(([key, value]) => ({ key, value })),
    graph: {
      name: file.name,
      node: graph.nodes,
      initializer: graph.initializers,
      input: program.inputs.map(({ column }) =>
        columnOf(column.apiName, column.categories ? ELEMENT.string : ELEMENT.float64, describe(column)),
      ),
      output: outputs,
    },
  };
  return ModelProto.encode(ModelProto.create(message)).finish();
}

/** A tensor of as many rows as are asked about, and one value in each. */
function columnOf(name: string, elemType: number, docString: string) {
  const dim = [{ dimParam: "rows" }, { dimValue: 1 }];
  return { name, docString, type: { tensorType: { elemType, shape: { dim } } } };
}

function describe({ label, unit, kind }: TableColumn): string {
  const form = kind === "date" ? " (days since 1970-01-01)" : kind === "boolean" ? " (0 or 1)" : "";
  return `${label}${unit === undefined ? "" : ` in ${unit}`}${form}`;
}
