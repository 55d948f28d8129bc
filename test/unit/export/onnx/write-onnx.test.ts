import { ELEMENT, ModelProto } from "../../../../export/onnx/onnx-schema";
import { writeOnnx } from "../../../../export/onnx/write-onnx";
import { programOf } from "../../../../export/program";
import { modelOfHouses } from "../../../support/exportable-models";

interface Value {
  readonly name: string;
  readonly docString: string;
  readonly type: { readonly tensorType: { readonly elemType: number } };
}

interface Decoded {
  readonly metadataProps: readonly { readonly key: string; readonly value: string }[];
  readonly graph: {
    readonly input: readonly Value[];
    readonly output: readonly Value[];
    readonly initializer: readonly { readonly name: string }[];
    readonly node: readonly { readonly input: readonly string[]; readonly output: readonly string[] }[];
  };
}

describe("a file of ONNX", () => {
  it("has an input for each feature, the outputs, the metadata, and nodes in the order in which they are computed", async () => {
    const { model } = await modelOfHouses("spatial");
    const content = writeOnnx(model, programOf(model, 0.9), 0.9);
    const { graph, metadataProps }: Decoded = JSON.parse(JSON.stringify(ModelProto.decode(content)));

    const { table, file } = model;
    const columns = file.features.map(({ name }) => table.features[table.indexOf(name)]);
    expect(graph.input.map(({ name, type }) => [name, type.tensorType.elemType])).toEqual(
      columns.map(({ apiName, categories }) => [apiName, categories ? ELEMENT.string : ELEMENT.float64]),
    );
    expect(graph.output.map(({ name }) => name)).toEqual(["price", "lower", "upper"]);
    expect(Object.fromEntries(metadataProps.map(({ key, value }) => [key, value]))).toMatchObject({
      name: "spatial",
      version: "1",
      sha256: model.sha256,
      coverage: "0.9",
      target: "price",
    });

    const known = new Set([...graph.input, ...graph.initializer].map(({ name }) => name));
    for (const { input, output } of graph.node) {
      for (const name of input) expect(known).toContain(name);
      for (const name of output) known.add(name);
    }
  });
});
