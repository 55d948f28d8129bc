import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { FEATURE_COUNT, featureSetOfRow, isRowInDomain, writeRow } from "../model/features";
import type { GraphQLContext } from "./context";
import { findInvalidFeatures, HouseFeaturesInput } from "./house-features.input";
import { HousePricePrediction } from "./house-price-prediction.type";
import { HousePriceResult, InvalidHouseFeatures } from "./house-price-result.union";
import { InputProblem, InvalidInputError } from "./invalid-input.error";
import { findMissingFeatures, findModel, ModelSelector, selectModel } from "./model-selector.input";

const MODEL_ARGUMENT = {
  nullable: true,
  description: "The model that is to answer; without one, the best whose features the input carries.",
} as const;

@Resolver()
export class HousePriceResolver {
  @Query(() => HousePricePrediction, {
    description: "Predicts the median house value of one census block group.",
  })
  predictHousePrice(
    @Ctx() context: GraphQLContext,
    @Arg("input", () => HouseFeaturesInput, {
      description: "The block group's features.",
    })
    input: HouseFeaturesInput,
    @Arg("model", () => ModelSelector, MODEL_ARGUMENT)
    selector: ModelSelector | null,
  ): HousePricePrediction {
    const result = predictRow(context, selector, input, toRows([input]), 0, "input");
    if (result instanceof InputProblem) throw new InvalidInputError(result.message, result.fields);
    return result;
  }

  @Query(() => [HousePriceResult], {
    description:
      "Predicts many block groups, in the order of the inputs. A row that cannot be predicted fails alone.",
  })
  predictHousePrices(
    @Ctx() context: GraphQLContext,
    @Arg("inputs", () => [HouseFeaturesInput], { description: "The block groups' features." })
    inputs: HouseFeaturesInput[],
    @Arg("model", () => ModelSelector, MODEL_ARGUMENT)
    selector: ModelSelector | null,
  ): (typeof HousePriceResult)[] {
    const { catalogue, recorder } = context;
    if (selector) selectModel(catalogue, selector, 0);
    recorder?.batched(inputs.length);
    const rows = toRows(inputs);
    return inputs.map((input, index) => {
      const offset = index * FEATURE_COUNT;
      const result = predictRow(context, selector, input, rows, offset, `inputs[${index}]`);
      return result instanceof InputProblem
        ? new InvalidHouseFeatures(index, result.message, result.fields)
        : result;
    });
  }
}

function toRows(inputs: readonly HouseFeaturesInput[]): Float64Array {
  const rows = new Float64Array(inputs.length * FEATURE_COUNT);
  inputs.forEach((input, index) => {
    writeRow(input, rows, index * FEATURE_COUNT);
  });
  return rows;
}

/**
 * @param input - the row as it came
 * @param path - where the row stands in the arguments, for errors
 */
function predictRow(
  { catalogue, recorder }: GraphQLContext,
  selector: ModelSelector | null,
  input: HouseFeaturesInput,
  rows: Float64Array,
  offset: number,
  path: string,
): HousePricePrediction | InputProblem {
  // The rules of class-validator, without the cost of its report for every good row.
  const invalid = isRowInDomain(rows, offset) ? undefined : findInvalidFeatures(input, path);
  if (invalid) return invalid;
  const present = featureSetOfRow(rows, offset);
  const model = findModel(catalogue, selector, present);
  if (model instanceof InputProblem) return model;
  const missing = findMissingFeatures(model, present, path);
  if (missing) return missing;
  const prediction = new HousePricePrediction(model, rows, offset);
  recorder?.predicted(model, rows, offset, prediction.predictedHousePrice);
  return prediction;
}
