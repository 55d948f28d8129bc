import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { REQUIRED_FEATURES } from "../model/features";
import type { GraphQLContext } from "./context";
import { ModelInfo } from "./model-info.type";
import { ModelSelector, selectModel } from "./model-selector.input";

@Resolver()
export class ModelInfoResolver {
  @Query(() => ModelInfo, { description: "Describes one model." })
  modelInfo(
    @Ctx() { catalogue }: GraphQLContext,
    @Arg("model", () => ModelSelector, {
      nullable: true,
      description: "Which one; without it, the model that answers a query with the three required features.",
    })
    selector: ModelSelector | null,
  ): ModelInfo {
    return new ModelInfo(selectModel(catalogue, selector, REQUIRED_FEATURES));
  }

  @Query(() => [ModelInfo], { description: "All models that are served, by name and version." })
  models(@Ctx() { catalogue }: GraphQLContext): ModelInfo[] {
    return catalogue.models.map((model) => new ModelInfo(model));
  }
}
