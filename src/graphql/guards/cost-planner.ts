import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import type { Table } from "../../../model/table/table";
import { type FieldCosts, fieldCosts, type ListLengths, OBJECT_COST } from "../../../schema/field-costs";
import { SelectionWalker } from "../selection-walker";
import { introspectionLengths } from "./introspection-lengths";
import { type Batch, type CostPlan, rowsOfLiteral } from "./operation-cost";

/** The batch field, and the argument with one item per row. */
export const BATCH = { field: "predictHousePrices", argument: "inputs" } as const;

/** The arguments of all batch fields. */
const BATCHES: ReadonlyMap<string, string> = new Map([
  [BATCH.field, BATCH.argument],
  // Houses of other subgraphs, as a router requests them.
  ["_entities", "representations"],
]);

const FIRST = "first";

/** Assumed for a list of unknown length. */
const DEFAULT_LIST_LENGTH = 10;

/** An operation with more selections, after expanding fragments, is too costly. */
const MAX_SELECTIONS = 10_000;

const META_FIELDS = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((field) => [field.name, field]),
);

/** Counts the fields of an operation once, so that each request only looks up the lengths of its batches. */
export class CostPlanner {
  private readonly introspection: ListLengths;
  private readonly costs: FieldCosts;

  constructor(
    private readonly schema: GraphQLSchema,
    table: Table,
  ) {
    this.costs = allCosts(schema, table);
    this.introspection = introspectionLengths(schema);
  }

  /**
   * `@include` and `@skip` are ignored: the cost is an upper bound.
   *
   * @param document - validated
   * @param lengths - maximum length of each list
   */
  plan(document: DocumentNode, { selectionSet }: OperationDefinitionNode, lengths: ListLengths): CostPlan {
    const query = this.schema.getQueryType();
    const walker = new SelectionWalker(document, MAX_SELECTIONS);
    const count = new CostCount(this.schema, this.costs, { ...this.introspection, ...lengths }, walker);
    const fixed = query ? count.below(query, selectionSet) : 0;
    return { fixed: walker.isExhausted ? Number.POSITIVE_INFINITY : fixed, batches: count.batches };
  }
}

/** The costs of the table's fields, and of those that tell their cost in their extensions. */
function allCosts(schema: GraphQLSchema, table: Table): FieldCosts {
  const { row, fields } = fieldCosts(table);
  const told: { [coordinate: string]: number } = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const { name, extensions } of Object.values(type.getFields())) {
      if (typeof extensions.cost === "number") told[`${type.name}.${name}`] = extensions.cost;
    }
  }
  return { row, fields: { ...fields, ...told } };
}

/** The cost of one operation. */
class CostCount {
  /** Their rows are counted separately. */
  readonly batches: Batch[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly costs: FieldCosts,
    private readonly lengths: ListLengths,
    private readonly walker: SelectionWalker,
  ) {}

  /** Cost of the fields of an object; of an abstract type, those of its costliest type. */
  below(type: GraphQLOutputType, selectionSet: SelectionSetNode): number {
    const objects = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type].filter(isObjectType);
    return Math.max(0, ...objects.map((object) => this.ofObject(object, selectionSet)));
  }

  private ofObject(object: GraphQLObjectType, selectionSet: SelectionSetNode): number {
    let sum = 0;
    const add = (field: FieldNode) => {
      sum += this.ofField(object, field);
    };
    this.walker.forEachField(selectionSet, add, (typeCondition) => {
      const type = this.schema.getType(typeCondition);
      return type === object || (isAbstractType(type) && this.schema.isSubType(type, object));
    });
    return sum;
  }

  private ofField(object: GraphQLObjectType, node: FieldNode): number {
    const { value: name } = node.name;
    const field = object.getFields()[name] ?? META_FIELDS.get(name);
    if (!field) return 0;
    const below = node.selectionSet ? this.below(getNamedType(field.type), node.selectionSet) : 0;
    const argument = BATCHES.get(name);
    if (argument !== undefined) {
      this.batches.push({ argument, rows: rowsOf(node, argument), perRow: this.costs.row + below });
      return 1;
    }
    const coordinate = `${object.name}.${name}`;
    const own = 1 + (this.costs.fields[coordinate] ?? 0);
    const each = node.selectionSet ? OBJECT_COST + below : 0;
    if (!isListType(getNullableType(field.type))) return own + each;
    const length = Math.min(this.lengths[coordinate] ?? DEFAULT_LIST_LENGTH, lengthAsked(node));
    return own + length * (node.selectionSet ? each : 1);
  }
}

function rowsOf({ arguments: given = [] }: FieldNode, argument: string): Batch["rows"] {
  const value = given.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.VARIABLE ? { variable: value.name.value } : rowsOfLiteral(value);
}

/** Maximum length of a list whose field limits it by `first`: one more entry stands for the rest. */
function lengthAsked({ arguments: given = [] }: FieldNode): number {
  const first = given.find(({ name }) => name.value === FIRST)?.value;
  return first?.kind === Kind.INT ? Math.max(0, Number(first.value)) + 1 : Number.POSITIVE_INFINITY;
}
