import { GraphBuilder } from "../../../../export/onnx/graph-builder";
import { ELEMENT } from "../../../../export/onnx/onnx-schema";

let graph: GraphBuilder;

beforeEach(() => {
  graph = new GraphBuilder();
});

describe("the nodes of a graph", () => {
  it("are named in turn, and have their whole numbers as attributes", () => {
    const sum = graph.node("Add", ["a", "b"]);
    const side = graph.node("Concat", [sum, "b"], { axis: 1 });

    expect([sum, side]).toEqual(["t0", "t1"]);
    expect(graph.nodes).toEqual([
      { opType: "Add", input: ["a", "b"], output: ["t0"], attribute: [] },
      // 2 is the type of a whole number.
      { opType: "Concat", input: ["t0", "b"], output: ["t1"], attribute: [{ name: "axis", i: 1, type: 2 }] },
    ]);
  });
});

describe("the values of a graph", () => {
  it("are numbers of double precision, whole numbers and texts, each with a name", () => {
    const names = [graph.numbers([1.5, -2], [2, 1]), graph.integers([3, -1]), graph.texts(["é", ""], [1, 2])];
    const [numbers, integers, texts] = graph.initializers;

    expect(names).toEqual(["c0", "c1", "c2"]);
    expect(graph.initializers.map(({ name }) => name)).toEqual(names);
    expect(numbers).toMatchObject({ dims: [2, 1], dataType: ELEMENT.float64 });
    expect([...new Float64Array(numbers.rawData?.slice().buffer ?? new ArrayBuffer(0))]).toEqual([1.5, -2]);
    expect(integers).toMatchObject({ dims: [2], dataType: ELEMENT.int64 });
    expect([...new BigInt64Array(integers.rawData?.slice().buffer ?? new ArrayBuffer(0))]).toEqual([3n, -1n]);
    expect(texts).toMatchObject({ dims: [1, 2], dataType: ELEMENT.string });
    expect(texts.stringData?.map((bytes) => [...bytes])).toEqual([[0xc3, 0xa9], []]);
  });

  it("have a single number once", () => {
    const [one, two, again] = [1, 2, 1].map((value) => graph.scalar(value));

    expect([one, two, again]).toEqual(["c0", "c1", "c0"]);
    expect(graph.initializers.map(({ dims }) => dims)).toEqual([[], []]);
  });
});
