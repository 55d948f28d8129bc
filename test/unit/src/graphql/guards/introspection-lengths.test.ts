import { buildSchema, introspectionFromSchema } from "graphql";
import { buildSchema as buildServedSchema } from "../../../../../schema/build-schema";
import { introspectionLengths } from "../../../../../src/graphql/guards/introspection-lengths";
import { CALIFORNIA } from "../../../../support/california";

const SMALL = buildSchema(`
  type Query { houses(first: Int, after: ID, style: Style): [House!]! any: Any by(where: Where): House }
  type House { rooms: Int style: Style }
  type Flat { rooms: Int }
  union Any = House | Flat
  enum Style { OLD NEW STRANGE }
  input Where { rooms: Int, style: Style }
`);

/** The lists of a full introspection, counted one by one. */
function countedLists(schema: typeof SMALL) {
  const { types, directives } = introspectionFromSchema(schema).__schema;
  const lists = { fields: 0, inputFields: 0, enumValues: 0, possibleTypes: 0, args: 0 };
  for (const type of types) {
    if ("fields" in type) {
      lists.fields += type.fields?.length ?? 0;
      for (const { args } of type.fields ?? []) lists.args += args.length;
    }
    if ("inputFields" in type) lists.inputFields += type.inputFields?.length ?? 0;
    if ("enumValues" in type) lists.enumValues += type.enumValues?.length ?? 0;
    if ("possibleTypes" in type) lists.possibleTypes += type.possibleTypes?.length ?? 0;
  }
  return { types: types.length, directives, lists };
}

it.each([
  ["small", () => SMALL],
  ["served", () => buildServedSchema(CALIFORNIA)],
])("the lists of a %s schema are as long as those of its introspection on average", (_which, schemaOf) => {
  const schema = schemaOf();
  const { types, directives, lists } = countedLists(schema);
  const mean = (count: number, of = types) => Math.ceil(count / of);
  expect(introspectionLengths(schema)).toEqual({
    "__Schema.types": types,
    "__Schema.directives": directives.length,
    "__Type.fields": mean(lists.fields),
    "__Type.inputFields": mean(lists.inputFields),
    "__Type.enumValues": mean(lists.enumValues),
    "__Type.possibleTypes": mean(lists.possibleTypes),
    "__Type.interfaces": 1,
    "__Field.args": mean(lists.args, lists.fields),
    "__Directive.args": 1,
    "__Directive.locations": Math.max(...directives.map(({ locations }) => locations.length)),
  });
});
