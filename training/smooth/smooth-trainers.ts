import { HousePriceError } from "../../model/errors";
import type { Estimator } from "../../model/estimators/estimator-kind";
import { smooth as smoothKind } from "../../model/estimators/smooth/smooth-kind";
import type { CrossPredict, Trainer } from "../trainer";
import { placeOf } from "../training-table";
import { crossPredictSmooth } from "./cross-predict";
import { fitSmooth } from "./fit-smooth";
import { settingsOf } from "./settings";

const DESCRIPTION = "ridge regression on smooth functions of the features";

/** Ridge regression on smooth functions of the features, including latitude and longitude. */
export const smooth: Trainer = {
  name: "smooth",
  description: DESCRIPTION,
  takesFeatures: false,
  fit: (table, seed, progress) => fitSmooth(table, seed, progress, { isSpatial: false }),
  refit,
};

/** The same with radial functions of the location. */
export const spatial: Trainer = {
  name: "spatial",
  description: `${DESCRIPTION} and the location`,
  takesFeatures: false,
  fit(table, seed, progress) {
    if (!placeOf(table)) {
      throw new HousePriceError(
        "OPTION_INVALID",
        "--model spatial needs the latitude and longitude of every row, which the table does not have: take --model smooth.",
      );
    }
    return fitSmooth(table, seed, progress, { isSpatial: true });
  },
  refit,
};

function refit(estimator: Estimator): CrossPredict {
  if (!smoothKind.owns(estimator)) throw new TypeError(`A ${estimator.kind} model has no smooth functions.`);
  const settings = settingsOf(estimator);
  return (table, foldings, progress) => crossPredictSmooth(table, foldings, progress, settings);
}
