import { GraphQLError } from "graphql";
import type { TableColumn } from "../../model/table/table-column";
import type { GraphQLContext } from "../context";
import type { HousePricePrediction } from "../house-price-prediction.type";
import { InputProblem } from "../invalid-input.error";
import type { JsonRecord } from "../json-record";
import type { ModelSelector } from "../model-selector.input";
import type { EntityBatch } from "./entity-batch";

/** Predicts a row whose values have been checked. */
export interface Prices {
  predictChecked(
    context: GraphQLContext,
    selector: ModelSelector | null,
    rows: Float64Array,
    offset: number,
    path: string,
  ): HousePricePrediction | InputProblem;
}

const MAX_INT = 2 ** 31 - 1;

/** A house of another subgraph: one of a batch of representations. */
export class EntityHouse {
  constructor(
    private readonly batch: EntityBatch,
    private readonly index: number,
    private readonly offset: number,
    readonly representation: JsonRecord,
    private readonly prices: Prices,
  ) {}

  /**
   * @returns null where the house fails and the batch has enough errors
   * @throws GraphQLError where the house cannot be predicted
   */
  prediction(context: GraphQLContext, selector: ModelSelector | null): HousePricePrediction | null {
    const { batch } = this;
    const result = this.predict(context, selector);
    if (!(result instanceof InputProblem) && !(result instanceof GraphQLError)) return result;
    const failure =
      result instanceof InputProblem ? batch.failureOf(result) : batch.failures.next(() => result);
    if (failure) throw failure;
    return null;
  }

  /** The value of a column, as it came; null where it is not of the column's type. */
  valueOf(column: TableColumn, position: number): unknown {
    const value = this.batch.rows[this.offset + position];
    switch (column.kind) {
      case "boolean":
        return Number.isNaN(value) ? null : value === 1;
      case "category":
        return column.categories?.[value] ?? null;
      case "number":
      case "date":
        return Number.isFinite(value) ? value : null;
      default:
        return Math.abs(value) <= MAX_INT ? value : null;
    }
  }

  private predict(
    context: GraphQLContext,
    selector: ModelSelector | null,
  ): HousePricePrediction | InputProblem | GraphQLError {
    const { batch, index, offset } = this;
    const problem = batch.problemOf(index);
    if (problem) return problem;
    try {
      return this.prices.predictChecked(context, selector, batch.rows, offset, batch.path(index));
    } catch (error) {
      // That no model is served is true of every house.
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }
}
