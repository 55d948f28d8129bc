import fc, { type Arbitrary, type GeneratorValue } from "fast-check";
import { type GraphQLNamedOutputType, getNamedType, isLeafType, isObjectType, isUnionType } from "graphql";
import { FEATURES } from "../../model/features";
import { buildSchema } from "../../schema/build-schema";
import { CALIFORNIA } from "./california";

/** A document, and sets of variables to run it with. */
export interface GeneratedOperation {
  readonly query: string;
  /** With which it succeeds, unless the document itself is at fault. */
  readonly good: readonly object[];
  /** With any of the things that clients get wrong. */
  readonly any: readonly object[];
}

const schema = buildSchema(CALIFORNIA);

const once = (times: number) => fc.integer({ min: 1, max: times }).map((n) => n === 1);

const goodValue = fc.double({ min: 0.5, max: 40, noNaN: true });
const oddValue = fc.constantFrom<unknown>(
  ...[0, -1, -0, 1e-310, 1e61, 1e308, 2 ** 53, 7, null, "3", true, [], [3], {}],
);
const value = fc.oneof({ weight: 40, arbitrary: goodValue }, { weight: 1, arbitrary: oddValue });
const required = { medInc: goodValue, aveRooms: goodValue, aveOccup: goodValue };
const optional = Object.fromEntries(FEATURES.map(({ key }) => [key, goodValue]));
const goodInput = fc.record(
  { ...optional, ...required },
  { requiredKeys: ["medInc", "aveRooms", "aveOccup"] },
);
const nearlyGoodInput = fc.record(Object.fromEntries(FEATURES.map(({ key }) => [key, value])), {
  requiredKeys: ["medInc", "aveRooms", "aveOccup"],
});
const anyInput = fc.oneof(
  { weight: 6, arbitrary: goodInput },
  { weight: 6, arbitrary: nearlyGoodInput },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 3, "x", [], {}, { medInc: 1 }) },
);
const goodModel = fc.constantFrom<unknown>(null, { name: "linear" }, { name: "linear", version: 1 });
const anyModel = fc.oneof(
  goodModel,
  fc.constantFrom<unknown>(
    ...[{ name: "nonesuch" }, { name: "linear", version: 1.5 }, { name: "linear", version: 2 ** 31 }],
    ...[{ name: null }, { version: 1 }, "linear", [{ name: "linear" }], { name: "linear", version: null }],
  ),
);
const goodCoverage = fc.double({ min: 0.5, max: 0.99, noNaN: true });

/** Everything that a generated document may declare, and what it may be given. */
const VARIABLES: {
  readonly [name: string]: { types: string[]; good: Arbitrary<unknown>; any: Arbitrary<unknown> };
} = {
  input: { types: ["HouseFeaturesInput!"], good: goodInput, any: anyInput },
  inputs: {
    types: ["[HouseFeaturesInput!]!"],
    good: fc.array(goodInput, { maxLength: 4 }),
    any: fc.oneof(fc.array(anyInput, { maxLength: 5 }), anyInput),
  },
  model: {
    types: ["ModelSelector", "ModelSelector!"],
    good: goodModel.filter((model) => model !== null),
    any: anyModel,
  },
  coverage: {
    types: ["Float!", "Float", "Float = 0.8", "Float! = 0.7"],
    good: goodCoverage,
    any: fc.oneof(goodCoverage, fc.constantFrom<unknown>(null, 1, 0, "0.9", 0.5, [0.9])),
  },
  medInc: {
    types: ["Float!", "Float! = 3", "Float = 3"],
    good: goodValue,
    any: value,
  },
  flag: {
    types: ["Boolean!", "Boolean = true", "Boolean! = false"],
    good: fc.boolean(),
    any: fc.oneof(fc.boolean(), fc.constantFrom<unknown>(null, 0, "true")),
  },
};

const LITERAL_INPUTS = [
  "{medInc: 3.5, aveRooms: 5, aveOccup: 2}",
  "{medInc: 8, aveRooms: 5.25, aveOccup: 3e0, latitude: 37.88, longitude: -122.23, houseAge: null}",
  "{medInc: -1, aveRooms: 5, aveOccup: 2}",
];

/** Builds one document, drawing every choice from `draw`. */
class DocumentBuilder {
  readonly variables = new Map<string, string>();
  private readonly fragments: string[] = [];
  private aliases = 0;

  constructor(
    private readonly draw: GeneratorValue,
    /** Whether the document keeps to what may be compiled. */
    private readonly plain: boolean,
    /** Whether it has more fragments than it must. */
    private readonly fragmented: boolean,
  ) {}

  document(): string {
    const selection = this.selection("Query", 0);
    const text = [selection, ...this.fragments].join("\n");
    const used = Object.keys(VARIABLES).filter((name) => new RegExp(`\\$${name}\\b`).test(text));
    for (const name of used) this.variables.set(name, this.choose(VARIABLES[name].types));
    const declared = [...this.variables].map(([name, type]) => `$${name}: ${type}`).join(", ");
    const name = this.choose(["", " Named"]);
    return `query${name}${declared && ` (${declared})`} ${text}`;
  }

  private choose<T>(values: readonly T[]): T {
    return values[this.draw(fc.nat, values.length - 1)];
  }

  private oneIn(times: number): boolean {
    return this.draw(once, times);
  }

  private selection(typeName: string, depth: number): string {
    const count = this.draw(fc.integer, { min: 1, max: depth === 0 ? 3 : 5 });
    const parts = Array.from({ length: count }, () => this.part(typeName, depth));
    return `{ ${parts.join(" ")} }`;
  }

  private part(typeName: string, depth: number): string {
    const type = schema.getType(typeName);
    if (this.oneIn(12)) return "__typename";
    if (isUnionType(type)) {
      return this.fragment(this.choose(type.getTypes()).name, depth);
    }
    if (depth > 0 && this.fragmented && this.oneIn(6)) return this.fragment(typeName, depth);
    if (!isObjectType(type)) throw new Error(`${typeName} has no fields.`);
    const field = this.choose(Object.values(type.getFields()));
    // Without an alias, fields with different arguments are mostly in conflict.
    const aliased = field.args.length > 0 ? !this.oneIn(20) : this.oneIn(3);
    const alias = aliased ? `a${this.aliases++}: ` : "";
    const selected = this.fieldSelection(getNamedType(field.type), depth);
    return `${alias}${field.name}${this.arguments(field.name)}${this.directive()}${selected}`;
  }

  private fieldSelection(type: GraphQLNamedOutputType, depth: number): string {
    return isLeafType(type) ? "" : ` ${this.selection(type.name, depth + 1)}`;
  }

  private fragment(typeName: string, depth: number): string {
    const selection = this.selection(typeName, depth + 1);
    if (this.oneIn(2)) return `... on ${typeName}${this.directive()} ${selection}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${typeName} ${selection}`);
    const spread = `...${name}${this.directive()}`;
    return this.oneIn(4) ? `${spread} ...${name}${this.directive()}` : spread;
  }

  private directive(): string {
    if (this.plain || !this.oneIn(5)) return "";
    return ` @${this.choose(["skip", "include"])}(if: ${this.choose(["true", "false", "$flag"])})`;
  }

  private arguments(field: string): string {
    if (field === "interval") return this.choose(["", "(coverage: 0.75)", "(coverage: $coverage)"]);
    const model = this.modelArgument();
    if (field === "predictHousePrice") {
      return `(input: ${this.oneIn(3) ? this.literalInput() : "$input"}${model && `, ${model}`})`;
    }
    if (field === "predictHousePrices") {
      const literal = `[${this.literalInput()}, ${this.literalInput()}]`;
      return `(inputs: ${this.oneIn(3) ? literal : "$inputs"}${model && `, ${model}`})`;
    }
    return field === "modelInfo" && model ? `(${model})` : "";
  }

  private modelArgument(): string {
    const literal = this.plain ? "model: null" : 'model: {name: "linear", version: 1}';
    return this.choose(["", "", literal, "model: $model"]);
  }

  private literalInput(): string {
    if (this.plain || !this.oneIn(3))
      return this.choose(this.oneIn(8) ? LITERAL_INPUTS : LITERAL_INPUTS.slice(0, 2));
    return "{medInc: $medInc, aveRooms: 5, aveOccup: 2}";
  }
}

/** Queries over the whole schema: fields, aliases, fragments, directives, literals and variables. */
export const generatedOperation: Arbitrary<GeneratedOperation> = fc.gen().map((draw) => {
  const builder = new DocumentBuilder(draw, draw(fc.boolean), draw(fc.boolean));
  const query = builder.document();
  const names = [...builder.variables.keys()];
  const good = fc.record(Object.fromEntries(names.map((name) => [name, VARIABLES[name].good])));
  const any = fc.record(Object.fromEntries(names.map((name) => [name, VARIABLES[name].any])), {
    requiredKeys: [],
  });
  return {
    query,
    good: draw(() => fc.array(good, { minLength: 6, maxLength: 6 })),
    any: draw(() => fc.array(fc.oneof(good, any), { minLength: 8, maxLength: 8 })),
  };
});
