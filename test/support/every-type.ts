import { Table } from "../../model/table/table";
import { checkTableSchema } from "../../model/table/table-schema";

type Fields = readonly object[];

/** A table with the given columns, and a price in pounds. */
export function tableOf(fields: Fields, others: object = {}): Table {
  const price = { name: "price", type: "number", role: "target", currency: "GBP" };
  return new Table(
    checkTableSchema({ name: "houses", fields: [...fields, price], ...others }, "a test's table"),
  );
}

/** 110 places: more than an enum may have. */
export const PLACES = Array.from({ length: 110 }, (_, i) => `Place ${i}`);

/** Columns of every type, most of them optional. */
export const EVERY_TYPE: Fields = [
  {
    name: "Area",
    type: "number",
    apiName: "area",
    unit: "m²",
    constraints: { required: true, exclusiveMinimum: 0 },
  },
  { name: "Rooms", type: "integer", apiName: "rooms", constraints: { minimum: 1 } },
  { name: "Built", type: "year", apiName: "built", constraints: { minimum: 1800 } },
  { name: "Garden", type: "boolean", apiName: "garden" },
  { name: "Sold", type: "date", apiName: "sold", format: "%d/%m/%Y", constraints: { minimum: "01/01/2000" } },
  {
    name: "Style",
    type: "string",
    apiName: "style",
    constraints: {
      required: true,
      enum: ["terrace", "semi-detached", "true", "null", "__proto__", "1st", "", "St Anne's"],
    },
  },
  {
    name: "Garage",
    type: "string",
    apiName: "garage",
    missingCategory: "none",
    constraints: { enum: ["none", "one car", "two cars"] },
  },
  {
    name: "Place",
    type: "string",
    apiName: "place",
    missingValues: ["", "NA"],
    constraints: { enum: PLACES },
  },
];
