import type { Table } from "../../model/table/table";
import type { GraphQLContext } from "../../schema/context";
import { InputProblem } from "../../schema/invalid-input.error";
import type { JsonRecord } from "../../schema/json-record";
import { modelForRow } from "../rows/row-check";
import { readJsonRow } from "./json-row";

/** The answer of the guide's endpoint. */
export interface PredictedPrice {
  /** In the target's unit. */
  readonly predicted_house_price: number;
}

/**
 * Predicts one row that is given by the names of its columns in the data; or says what is wrong with it.
 *
 * @param table - that the models are of
 * @throws ModelUnavailableError where there is no model at all
 */
export function predictRow(
  table: Table,
  values: JsonRecord,
  { catalogue, recorder }: GraphQLContext,
): PredictedPrice | InputProblem {
  const rows = readJsonRow(table, values);
  if (rows instanceof InputProblem) return rows;
  const model = modelForRow(table, catalogue, undefined, rows, 0);
  if (model instanceof InputProblem) return model;
  const prediction = model.predict(rows);
  recorder?.predicted(model, rows, 0, prediction);
  return { predicted_house_price: prediction };
}
