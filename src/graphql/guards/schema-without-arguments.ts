import {
  GraphQLList,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLUnionType,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isUnionType,
} from "graphql";

/** The schema's objects and unions without arguments; of field types, only whether they are lists is kept. */
export function withoutArguments(schema: GraphQLSchema): GraphQLSchema {
  const bareTypes = new Map<string, GraphQLObjectType | GraphQLUnionType>();
  const bareType = ({ type }: { readonly type: GraphQLOutputType }) => {
    const named = getNamedType(type);
    const bare = bareTypes.get(named.name) ?? named;
    return { type: isListType(getNullableType(type)) ? new GraphQLList(bare) : bare };
  };
  const bareObject = ({ name }: GraphQLObjectType) => {
    const bare = bareTypes.get(name);
    if (!isObjectType(bare)) throw new TypeError(`The schema lacks the object type ${name}.`);
    return bare;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    const { name } = type;
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type)) {
      const fields = () => mapValues(type.getFields(), bareType);
      bareTypes.set(name, new GraphQLObjectType({ name, fields }));
    } else if (isUnionType(type)) {
      const types = () => type.getTypes().map(bareObject);
      bareTypes.set(name, new GraphQLUnionType({ name, types }));
    }
  }
  const query = schema.getQueryType();
  return new GraphQLSchema({ query: query && bareObject(query), assumeValid: true });
}

function mapValues<From, To>(record: { readonly [key: string]: From }, map: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
