import type { ModelCatalogue } from "../model/catalogue";

/** What a resolver knows beside its arguments. */
export interface GraphQLContext {
  /** The models that were served when the request began. It keeps them to its end. */
  readonly catalogue: ModelCatalogue;
  /** Most rows that one batch may have. */
  readonly maxBatchSize: number;
}
