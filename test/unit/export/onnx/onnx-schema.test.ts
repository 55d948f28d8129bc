import { Reader } from "protobufjs";
import { ModelProto } from "../../../../export/onnx/onnx-schema";

/** The numbers of the fields of a message, in the order of the file. */
function fieldNumbers(content: Uint8Array): number[] {
  const reader = Reader.create(content);
  const found: number[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    found.push(tag >>> 3);
    reader.skipType(tag & 7);
  }
  return found;
}

const encode = (message: object) => ModelProto.encode(ModelProto.create(message)).finish();

describe("a message of ONNX", () => {
  it("has the field numbers of onnx.proto", () => {
    const content = encode({
      irVersion: 9,
      producerName: "p",
      docString: "d",
      graph: { name: "g" },
      opsetImport: [{ version: 19 }, { version: 20 }],
      metadataProps: [{ key: "k", value: "v" }],
    });

    // opset_import is repeated.
    expect(fieldNumbers(content)).toEqual([1, 2, 6, 7, 8, 8, 14]);
  });

  it("comes back as it was written", () => {
    const message = {
      irVersion: 9,
      graph: {
        name: "g",
        node: [
          { opType: "Add", input: ["a", "b"], output: ["c"], attribute: [{ name: "axis", i: 1, type: 2 }] },
        ],
        initializer: [
          { name: "n", dims: [2, 1], dataType: 11, rawData: Buffer.from([1, 2]) },
          { name: "s", dims: [2], dataType: 8, stringData: [Buffer.from("x"), Buffer.from("y")] },
        ],
        input: [
          {
            name: "a",
            docString: "d",
            type: { tensorType: { elemType: 11, shape: { dim: [{ dimParam: "rows" }, { dimValue: 1 }] } } },
          },
        ],
        output: [{ name: "c" }],
      },
    };

    const decoded = ModelProto.toObject(ModelProto.decode(encode(message)), { longs: Number });
    expect(decoded).toEqual(message);
  });
});
