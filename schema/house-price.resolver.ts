import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Table } from "../model/table/table";
import type { GraphQLContext } from "./context";
import { defineHouseFeaturesInput, findInvalidFeatures } from "./house-features.input";
import { defineHousePricePrediction, type HousePricePrediction } from "./house-price-prediction.type";
import { defineHousePriceResult, InvalidHouseFeatures } from "./house-price-result.union";
import { InputRows, type InputValues } from "./input-values";
import { InputProblem, InvalidInputError } from "./invalid-input.error";
import { findMissingFeatures, ModelSelector, selectModel, selectModelForRow } from "./model-selector.input";
import { targetWordsOf } from "./target-words";

const MODEL_ARGUMENT = {
  nullable: true,
  description: "The model to use (default: the best model whose features the input has).",
} as const;

export function defineHousePriceResolver(table: Table) {
  const HouseFeaturesInput = defineHouseFeaturesInput(table);
  const HousePricePrediction = defineHousePricePrediction(table);
  const HousePriceResult = defineHousePriceResult(HousePricePrediction);
  const inputRows = new InputRows(table);
  const { label } = targetWordsOf(table);

  @Resolver()
  class HousePriceResolver {
    @Query(() => HousePricePrediction, { description: `Predicts the ${label} of one row.` })
    predictHousePrice(
      @Ctx() context: GraphQLContext,
      @Arg("input", () => HouseFeaturesInput, { description: "The row." })
      input: InputValues,
      @Arg("model", () => ModelSelector, MODEL_ARGUMENT)
      selector: ModelSelector | null,
    ): HousePricePrediction {
      const result = this.predictRow(context, selector, input, inputRows.from([input]), 0, "input");
      if (result instanceof InputProblem) throw new InvalidInputError(result.message, result.fields);
      return result;
    }

    @Query(() => [HousePriceResult], {
      description:
        "Predicts many rows, in the order of the inputs. An invalid row does not affect the others.",
    })
    predictHousePrices(
      @Ctx() context: GraphQLContext,
      @Arg("inputs", () => [HouseFeaturesInput], { description: "The rows." })
      inputs: InputValues[],
      @Arg("model", () => ModelSelector, MODEL_ARGUMENT)
      selector: ModelSelector | null,
    ): (HousePricePrediction | InvalidHouseFeatures)[] {
      const { catalogue, recorder, firstRow = 0 } = context;
      if (selector) selectModel(catalogue, selector);
      recorder?.batched(inputs.length, firstRow);
      const rows = inputRows.from(inputs);
      return inputs.map((input, i) => {
        const index = firstRow + i;
        const offset = i * inputRows.width;
        const result = this.predictRow(context, selector, input, rows, offset, `inputs[${index}]`);
        return result instanceof InputProblem
          ? new InvalidHouseFeatures(index, result.message, result.fields)
          : result;
      });
    }

    /** @param path - of the row in the arguments, for errors */
    private predictRow(
      context: GraphQLContext,
      selector: ModelSelector | null,
      input: InputValues,
      rows: Float64Array,
      offset: number,
      path: string,
    ): HousePricePrediction | InputProblem {
      // Equivalent to class-validator's rules, without the cost of its report for every valid row.
      const invalid = table.isRowInDomain(rows, offset) ? undefined : findInvalidFeatures(table, input, path);
      return invalid ?? this.predictChecked(context, selector, rows, offset, path);
    }

    /**
     * Predicts a row whose values are in their domains.
     *
     * @param path - where the row stands in the arguments, for errors
     */
    predictChecked(
      { catalogue, recorder }: GraphQLContext,
      selector: ModelSelector | null,
      rows: Float64Array,
      offset: number,
      path: string,
    ): HousePricePrediction | InputProblem {
      const model = selectModelForRow(catalogue, selector, rows, offset);
      if (model instanceof InputProblem) return model;
      const missing = findMissingFeatures(model, rows, offset, path);
      if (missing) return missing;
      const prediction = new HousePricePrediction(model, rows, offset);
      recorder?.predicted(model, rows, offset, prediction.predictedHousePrice);
      return prediction;
    }
  }
  return HousePriceResolver;
}
