import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { compileDateFormat, ISO_DATE, isoDate } from "../model/table/date-format";

const FORM = /^\d{4}-\d{2}-\d{2}$/;
const format = compileDateFormat(ISO_DATE);

/** Internally the number of days since 1970-01-01. */
export const DateScalar = new GraphQLScalarType<number, string>({
  name: "Date",
  description: "A calendar date in ISO 8601 format, such as 2024-05-31.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
  serialize: (days) => isoDate(Number(days)),
});

/**
 * @param node - position in the document
 * @throws GraphQLError if the value is not a date
 */
function parse(value: unknown, node?: ValueNode): number {
  const days = typeof value === "string" && FORM.test(value) ? format?.parse(value) : undefined;
  if (days !== undefined && !Number.isNaN(days)) return days;
  const message = 'Date cannot represent the value: it must be a string with a day, such as "2024-05-31".';
  throw new GraphQLError(message, node && { nodes: node });
}
