import { isNumberLike, type TrainedFeature, type TrainedNumber } from "../../model/file/trained-feature";

/** The features of a model that are numbers: all of them, where the model is of California. */
export function numbersOf({ features }: { readonly features: readonly TrainedFeature[] }): TrainedNumber[] {
  return features.filter(isNumberLike);
}
