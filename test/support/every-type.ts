import { CONSTANT_SPREAD } from "../../model/estimators/feature-spread";
import type { ModelFile } from "../../model/file/format";
import { Model } from "../../model/model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { Table } from "../../model/table/table";
import { checkTableSchema } from "../../model/table/table-schema";
import { committedFile } from "./committed-models";

type Fields = readonly object[];

const PRICE = { name: "price", type: "number", role: "target", currency: "GBP" };

/** A table with the given columns, and a target: a price in pounds. */
export function tableOf(fields: Fields, target: object = PRICE): Table {
  return new Table(checkTableSchema({ name: "houses", fields: [...fields, target] }, "a test's table"));
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

const WEIGHTS = { kind: "weights", weight: 1.5 };

/**
 * A model of a table: the estimator is that of `weights-kind.ts`, which a test adds to the list of kinds. A feature that the table does
 * not require was missing in some of the training rows.
 */
export function modelOf(table: Table, name = "weights"): Model {
  const quantiles = Array.from({ length: 19 }, (_, i) => i + 1);
  const features = table.features.map(({ name, categories, required }) => {
    const missing = required ? 0 : 10;
    return categories
      ? { name, counts: categories.map((_, i) => i), missing }
      : { name, min: 1, max: 20, mean: 10, quantiles, missing };
  });
  const { uncertainty, ...rest } = committedFile(1);
  const file: ModelFile = {
    ...rest,
    name,
    table: table.schema,
    features,
    estimator: WEIGHTS,
    uncertainty: { ...uncertainty, spread: CONSTANT_SPREAD },
    novelty: { columns: [], whitening: [], threshold: 3 },
    golden: [],
  };
  return new Model(file, name.padEnd(64, "0"));
}

/** A catalogue with one such model. */
export function catalogueOf(table: Table): ModelCatalogue {
  return new ModelCatalogue([modelOf(table)]);
}
