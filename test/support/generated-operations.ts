import fc, { type Arbitrary, type GeneratorValue } from "fast-check";
import {
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
} from "graphql";
import { categoryNames, isEnum } from "../../model/table/category-names";
import { isoDate } from "../../model/table/date-format";
import type { Table } from "../../model/table/table";
import type { TableColumn } from "../../model/table/table-column";
import { buildSchema } from "../../schema/build-schema";
import { exampleInput } from "../../schema/example-query";

/** A document, and sets of variables to run it with. */
export interface GeneratedOperation {
  readonly query: string;
  /** With which it succeeds, unless the document itself is at fault. */
  readonly good: readonly object[];
  /** With any of the things that clients get wrong. */
  readonly any: readonly object[];
}

/** Names of what is asked: a model that is served, and a feature that every input has, which is a number. */
export interface Subject {
  readonly table: Table;
  readonly model: string;
  readonly number: string;
}

type Variables = {
  readonly [name: string]: { types: string[]; good: Arbitrary<unknown>; any: Arbitrary<unknown> };
};

const once = (times: number) => fc.integer({ min: 1, max: times }).map((n) => n === 1);

const goodNumber = fc.double({ min: 0.5, max: 40, noNaN: true });
const oddValue = fc.constantFrom<unknown>(
  ...[0, -1, -0, 1e-310, 1e61, 1e308, 2 ** 53, 7, 7.5, null, "3", true, [], [3], {}],
  ...["TERRACE", "terrace", "2024-05-31", "2024-02-30", "x".repeat(1200), "__proto__", "constructor"],
);

/** Values that a feature accepts, unless its bounds are narrower than 1 to 40. */
function goodValueOf(column: TableColumn): Arbitrary<unknown> {
  const { kind, categories = [] } = column;
  if (kind === "number") return goodNumber;
  if (kind === "integer") return fc.integer({ min: 1, max: 40 });
  if (kind === "year") return fc.integer({ min: 1850, max: 2020 });
  if (kind === "boolean") return fc.boolean();
  if (kind === "date") {
    return fc.integer({ min: 11_000, max: 20_000 }).map((days) => isoDate(days));
  }
  return isEnum(column)
    ? fc.constantFrom(...categoryNames(categories))
    : fc.constantFrom(...categories.slice(0, 5), " Place 2 ", "Place 9999", "NA", "", "constructor");
}

function inputsOf({ features }: Table): { good: Arbitrary<object>; any: Arbitrary<unknown> } {
  const requiredKeys = features.filter(({ required }) => required).map(({ apiName }) => apiName);
  const goodOf = (column: TableColumn) =>
    column.required
      ? goodValueOf(column)
      : fc.oneof({ weight: 9, arbitrary: goodValueOf(column) }, fc.constant(null));
  const nearlyGoodOf = (column: TableColumn) =>
    fc.oneof({ weight: 40, arbitrary: goodValueOf(column) }, { weight: 1, arbitrary: oddValue });
  const inputOf = (fieldOf: typeof goodOf) =>
    fc.record(Object.fromEntries(features.map((column) => [column.apiName, fieldOf(column)])), {
      requiredKeys,
    });
  const good = inputOf(goodOf);
  const any = fc.oneof(
    { weight: 6, arbitrary: good },
    { weight: 6, arbitrary: inputOf(nearlyGoodOf) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 3, "x", [], {}, { [features[0].apiName]: 1 }) },
  );
  return { good, any };
}

/** Everything that a generated document may declare, and what it may be given. */
function variablesOf({ table, model: name }: Subject): Variables {
  const input = inputsOf(table);
  const goodModel = fc.constantFrom<unknown>(null, { name }, { name, version: 1 });
  const anyModel = fc.oneof(
    goodModel,
    fc.constantFrom<unknown>(
      ...[{ name: "nonesuch" }, { name, version: 1.5 }, { name, version: 2 ** 31 }],
      ...[{ name: null }, { version: 1 }, name, [{ name }], { name, version: null }],
    ),
  );
  const goodCoverage = fc.double({ min: 0.5, max: 0.99, noNaN: true });
  const goodFirst = fc.integer({ min: 1, max: 9 });
  return {
    input: { types: ["HouseFeaturesInput!"], good: input.good, any: input.any },
    inputs: {
      types: ["[HouseFeaturesInput!]!"],
      good: fc.array(input.good, { maxLength: 4 }),
      any: fc.oneof(fc.array(input.any, { maxLength: 5 }), input.any),
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
    first: {
      types: ["Int", "Int!", "Int = 2", "Int! = 3"],
      good: goodFirst,
      any: fc.oneof(goodFirst, fc.constantFrom<unknown>(null, 0, -1, 1.5, "2", 2 ** 31)),
    },
    number: {
      types: ["Float!", "Float! = 3", "Float = 3"],
      good: goodNumber,
      any: fc.oneof({ weight: 40, arbitrary: goodNumber }, { weight: 1, arbitrary: oddValue }),
    },
    flag: {
      types: ["Boolean!", "Boolean = true", "Boolean! = false"],
      good: fc.boolean(),
      any: fc.oneof(fc.boolean(), fc.constantFrom<unknown>(null, 0, "true")),
    },
  };
}

/** Inputs as documents write them: two good ones, and one with a value out of its domain. */
function literalInputsOf({ table, number }: Subject): readonly string[] {
  const plain = exampleInput(table);
  // Strings would keep a document from being compiled.
  const isPlain = ({ kind }: TableColumn) => kind !== "date" && kind !== "category";
  const full = exampleInput(table, (column) => isPlain(column) || isEnum(column));
  return [plain, full, plain.replace(new RegExp(`\\b${number}: [^,}]+`), `${number}: -1 `)];
}

/** Builds one document, drawing every choice from `draw`. */
class DocumentBuilder {
  readonly variables = new Map<string, string>();
  private readonly fragments: string[] = [];
  private aliases = 0;

  constructor(
    private readonly subject: Subject,
    private readonly schema: GraphQLSchema,
    private readonly known: Variables,
    private readonly literals: readonly string[],
    private readonly draw: GeneratorValue,
    /** Whether the document keeps to what may be compiled. */
    private readonly plain: boolean,
    /** Whether it has more fragments than it must. */
    private readonly fragmented: boolean,
  ) {}

  document(): string {
    const selection = this.selection("Query", 0);
    const text = [selection, ...this.fragments].join("\n");
    const used = Object.keys(this.known).filter((name) => new RegExp(`\\$${name}\\b`).test(text));
    for (const name of used) this.variables.set(name, this.choose(this.known[name].types));
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
    const type = this.schema.getType(typeName);
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
    if (field === "contributions") return this.choose(["", "(first: 2)", "(first: null)", "(first: $first)"]);
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
    const literal = this.plain ? "model: null" : `model: {name: "${this.subject.model}", version: 1}`;
    return this.choose(["", "", literal, "model: $model"]);
  }

  private literalInput(): string {
    if (this.plain || !this.oneIn(3))
      return this.choose(this.oneIn(8) ? this.literals : this.literals.slice(0, 2));
    const { number } = this.subject;
    return this.literals[0].replace(new RegExp(`\\b${number}: [^,}]+`), `${number}: $number `);
  }
}

/** Queries over the whole schema of a table: fields, aliases, fragments, directives, literals and variables. */
export function operationsAbout(subject: Subject): Arbitrary<GeneratedOperation> {
  const schema = buildSchema(subject.table);
  const known = variablesOf(subject);
  const literals = literalInputsOf(subject);
  return fc.gen().map((draw) => {
    const builder = new DocumentBuilder(
      subject,
      schema,
      known,
      literals,
      draw,
      draw(fc.boolean),
      draw(fc.boolean),
    );
    const query = builder.document();
    const names = [...builder.variables.keys()];
    const good = fc.record(Object.fromEntries(names.map((name) => [name, known[name].good])));
    const any = fc.record(Object.fromEntries(names.map((name) => [name, known[name].any])), {
      requiredKeys: [],
    });
    return {
      query,
      good: draw(() => fc.array(good, { minLength: 6, maxLength: 6 })),
      any: draw(() => fc.array(fc.oneof(good, any), { minLength: 8, maxLength: 8 })),
    };
  });
}
