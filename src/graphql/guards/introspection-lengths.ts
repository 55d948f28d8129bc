import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isUnionType,
} from "graphql";
import type { ListLengths } from "../../../schema/field-costs";

/**
 * Lengths of introspection lists: the number of types, and the mean length over all types for lists within a type. Maximum lengths would
 * multiply to 50 times the real size of a full introspection.
 */
export function introspectionLengths(schema: GraphQLSchema): ListLengths {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
  const mean = (count: (type: GraphQLNamedType) => number) =>
    Math.ceil(types.reduce((sum, type) => sum + count(type), 0) / types.length);
  const directives = schema.getDirectives();
  return {
    "__Schema.types": types.length,
    "__Schema.directives": directives.length,
    "__Type.fields": mean((type) => (isObjectType(type) ? Object.keys(type.getFields()).length : 0)),
    "__Type.inputFields": mean((type) =>
      isInputObjectType(type) ? Object.keys(type.getFields()).length : 0,
    ),
    "__Type.enumValues": mean((type) => (isEnumType(type) ? type.getValues().length : 0)),
    "__Type.possibleTypes": mean((type) => (isUnionType(type) ? type.getTypes().length : 0)),
    "__Type.interfaces": 1,
    "__Field.args": Math.ceil(fields.reduce((sum, { args }) => sum + args.length, 0) / fields.length),
    "__Directive.args": 1,
    "__Directive.locations": Math.max(...directives.map(({ locations }) => locations.length)),
  };
}
