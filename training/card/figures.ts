import type { Model } from "../../model/model";
import type { Tables } from "../tables";
import { placeOf } from "../training-table";
import { coverageCurve } from "./coverage-curve";
import { errorByPlace } from "./error-by-place";
import { errorByPrice } from "./error-by-price";
import type { Figure } from "./figure";
import { importance } from "./importance";
import { predictedAgainstActual } from "./predicted-against-actual";
import { residualMap } from "./residual-map";
import { predictTestRows } from "./test-results";

/** All figures of a card, in order; maps only if the data has locations. */
export function cardFigures(model: Model, { training, test }: Pick<Tables, "training" | "test">): Figure[] {
  const results = predictTestRows(model, test);
  const place = placeOf(test);
  const maps = place ? [residualMap(place, results), errorByPlace(place, results) ?? []].flat() : [];
  return [
    predictedAgainstActual(results),
    errorByPrice(results),
    ...maps,
    coverageCurve(results),
    importance(results, training),
  ];
}
