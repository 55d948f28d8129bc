import { GraphQLScalarType } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";

export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
});
