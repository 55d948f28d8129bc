import { type GraphQLObjectType, type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { type Entity, PREDICTION_FIELD } from "./entity";

/** The oldest version of the specification that has all directives used here with their present meaning; every router reads it. */
const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])`;

/**
 * The schema as a subgraph of Federation 2: the text that composers read. The fields that Federation itself demands are left out, as its
 * specification has it.
 *
 * Only the added field has a description: composers hint at descriptions that differ from those of the owner of the houses.
 *
 * @param schema - without the entity
 * @param type - the entity
 */
export function printSubgraph(schema: GraphQLSchema, type: GraphQLObjectType, entity: Entity): string {
  const required = entity.columns.map(({ column }) => column.apiName).join(" ");
  const nonNull = new Set(entity.columns.flatMap((each) => (each.nonNull ? each.column.apiName : [])));
  const fields = Object.values(type.getFields()).map(({ name, type: fieldType, args, description }) => {
    if (entity.key.includes(name)) return `  ${name}: ${fieldType}`;
    if (name !== PREDICTION_FIELD) return `  ${name}: ${fieldType}${nonNull.has(name) ? "!" : ""} @external`;
    const list = args.map((arg) => `"${arg.description}"\n    ${arg.name}: ${arg.type}`).join("\n    ");
    return `  "${description}"\n  ${name}(\n    ${list}\n  ): ${fieldType} @requires(fields: "${required}")`;
  });
  const text = `type ${entity.name} @key(fields: "${entity.key.join(" ")}") {\n${fields.join("\n")}\n}`;
  return `${LINK}\n\n${text}\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
