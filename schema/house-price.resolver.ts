import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { FEATURE_COUNT, featureSetOfRow, writeRow } from "../model/features";
import type { GraphQLContext } from "./context";
import { HouseFeaturesInput, refuseInvalidFeatures } from "./house-features.input";
import { HousePricePrediction } from "./house-price-prediction.type";
import { ModelSelector, refuseMissingFeatures, selectModel } from "./model-selector.input";

@Resolver()
export class HousePriceResolver {
  @Query(() => HousePricePrediction, {
    description: "Predicts the median house value of one census block group.",
  })
  predictHousePrice(
    @Ctx() { catalogue }: GraphQLContext,
    @Arg("input", () => HouseFeaturesInput, {
      description: "The block group's features.",
      validateFn: (input) => refuseInvalidFeatures(input, "input"),
    })
    input: HouseFeaturesInput,
    @Arg("model", () => ModelSelector, {
      nullable: true,
      description: "The model that is to answer; without one, the best whose features the input carries.",
    })
    selector: ModelSelector | null,
  ): HousePricePrediction {
    const row = new Float64Array(FEATURE_COUNT);
    writeRow(input, row);
    const present = featureSetOfRow(row);
    const model = selectModel(catalogue, selector, present);
    refuseMissingFeatures(model, present, "input");
    return new HousePricePrediction(model, row);
  }
}
