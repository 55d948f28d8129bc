import { Root } from "protobufjs";

const field = (id: number, type: string, rule?: "repeated") => (rule ? { id, type, rule } : { id, type });

/**
 * The part of ONNX's format that exports have. Source: onnx.proto of https://github.com/onnx/onnx, whose numbers of fields never change.
 */
export const ModelProto = Root.fromJSON({
  nested: {
    ModelProto: {
      fields: {
        irVersion: field(1, "int64"),
        producerName: field(2, "string"),
        docString: field(6, "string"),
        graph: field(7, "GraphProto"),
        opsetImport: field(8, "OperatorSetId", "repeated"),
        metadataProps: field(14, "StringPair", "repeated"),
      },
    },
    OperatorSetId: { fields: { domain: field(1, "string"), version: field(2, "int64") } },
    StringPair: { fields: { key: field(1, "string"), value: field(2, "string") } },
    GraphProto: {
      fields: {
        node: field(1, "NodeProto", "repeated"),
        name: field(2, "string"),
        initializer: field(5, "TensorProto", "repeated"),
        input: field(11, "ValueInfo", "repeated"),
        output: field(12, "ValueInfo", "repeated"),
      },
    },
    NodeProto: {
      fields: {
        input: field(1, "string", "repeated"),
        output: field(2, "string", "repeated"),
        opType: field(4, "string"),
        attribute: field(5, "AttributeProto", "repeated"),
      },
    },
    AttributeProto: { fields: { name: field(1, "string"), i: field(3, "int64"), type: field(20, "int32") } },
    TensorProto: {
      fields: {
        dims: field(1, "int64", "repeated"),
        dataType: field(2, "int32"),
        stringData: field(6, "bytes", "repeated"),
        name: field(8, "string"),
        rawData: field(9, "bytes"),
      },
    },
    ValueInfo: {
      fields: { name: field(1, "string"), type: field(2, "TypeProto"), docString: field(3, "string") },
    },
    TypeProto: { fields: { tensorType: field(1, "TensorType") } },
    TensorType: { fields: { elemType: field(1, "int32"), shape: field(2, "TensorShape") } },
    TensorShape: { fields: { dim: field(1, "Dimension", "repeated") } },
    Dimension: { fields: { dimValue: field(1, "int64"), dimParam: field(2, "string") } },
  },
}).lookupType("ModelProto");

/** Types of the elements of tensors. */
export const ELEMENT = { int64: 7, string: 8, float64: 11 } as const;
