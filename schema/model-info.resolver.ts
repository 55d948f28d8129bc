import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Table } from "../model/table/table";
import type { GraphQLContext } from "./context";
import { defineModelInfo, type ModelInfo } from "./model-info.type";
import { defaultModel, ModelSelector, selectModel } from "./model-selector.input";

export function defineModelInfoResolver(table: Table) {
  const ModelInfo = defineModelInfo(table);

  @Resolver()
  class ModelInfoResolver {
    @Query(() => ModelInfo, { description: "Describes one model." })
    modelInfo(
      @Ctx() { catalogue }: GraphQLContext,
      @Arg("model", () => ModelSelector, {
        nullable: true,
        description: "The model (default: the one that predicts from the required features alone).",
      })
      selector: ModelSelector | null,
    ): ModelInfo {
      return new ModelInfo(selector ? selectModel(catalogue, selector) : defaultModel(catalogue), catalogue);
    }

    @Query(() => [ModelInfo], { description: "All served models, by name and version." })
    models(@Ctx() { catalogue }: GraphQLContext): ModelInfo[] {
      return catalogue.models.map((model) => new ModelInfo(model, catalogue));
    }
  }
  return ModelInfoResolver;
}
