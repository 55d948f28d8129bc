import { ELEMENT } from "./onnx-schema";

interface Node {
  readonly opType: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly { readonly name: string; readonly i: number; readonly type: number }[];
}

/** A tensor whose values are in the file. */
interface Initializer {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  readonly rawData?: Uint8Array;
  readonly stringData?: readonly Uint8Array[];
}

/** AttributeProto.AttributeType.INT */
const INT = 2;

/** Collects the nodes of a graph. */
export class GraphBuilder {
  readonly nodes: Node[] = [];
  readonly initializers: Initializer[] = [];
  private readonly scalars = new Map<number, string>();

  /** Adds a node, and gives the name of what it computes. */
  node(opType: string, input: readonly string[], integers: { readonly [name: string]: number } = {}): string {
    const output = `t${this.nodes.length}`;
    const attribute = Object.entries(integers).map(([name, i]) => ({ name, i, type: INT }));
    this.nodes.push({ opType, input, output: [output], attribute });
    return output;
  }

  /** A number; each is in the file once. */
  scalar(value: number): string {
    const name = this.scalars.get(value) ?? this.numbers([value], []);
    this.scalars.set(value, name);
    return name;
  }

  numbers(values: ArrayLike<number>, dims: readonly number[]): string {
    const data = Float64Array.from(values);
    return this.add({ dims, dataType: ELEMENT.float64, rawData: new Uint8Array(data.buffer) });
  }

  integers(values: readonly number[]): string {
    const data = BigInt64Array.from(values, BigInt);
    return this.add({ dims: [values.length], dataType: ELEMENT.int64, rawData: new Uint8Array(data.buffer) });
  }

  texts(values: readonly string[], dims: readonly number[]): string {
    const stringData = values.map((value) => new TextEncoder().encode(value));
    return this.add({ dims, dataType: ELEMENT.string, stringData });
  }

  private add(initializer: Omit<Initializer, "name">): string {
    const name = `c${this.initializers.length}`;
    this.initializers.push({ name, ...initializer });
    return name;
  }
}
