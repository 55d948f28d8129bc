import { HousePriceError } from "../../model/errors";
import type { Estimator } from "../../model/estimators/estimator-kind";
import { smooth as smoothKind } from "../../model/estimators/smooth/smooth-kind";
import type { Algorithm, Trainer } from "../trainer";
import { placeOf } from "../training-table";
import { prepareSmooth, settingsOf } from "./smooth-learner";

const DESCRIPTION = "ridge regression on smooth functions of the features";

/** Ridge regression on smooth functions of the features; latitude and longitude are numbers like others. */
export const smooth: Trainer = {
  name: "smooth",
  description: DESCRIPTION,
  takesFeatures: false,
  prepare: (table, foldings, progress) => prepareSmooth(table, foldings, progress, { isSpatial: false }),
  refit,
};

/** The same with functions of the location. */
export const spatial: Trainer = {
  name: "spatial",
  description: `${DESCRIPTION} and the location`,
  takesFeatures: false,
  prepare(table, foldings, progress) {
    if (!placeOf(table)) {
      throw new HousePriceError(
        "OPTION_INVALID",
        "--model spatial needs the latitude and longitude of every row, which the table does not have: use --model smooth.",
      );
    }
    return prepareSmooth(table, foldings, progress, { isSpatial: true });
  },
  refit,
};

function refit(estimator: Estimator): Algorithm {
  if (!smoothKind.owns(estimator)) throw new TypeError(`A ${estimator.kind} model has no smooth functions.`);
  const settings = settingsOf(estimator);
  return {
    description: DESCRIPTION,
    prepare: (table, foldings, progress) => prepareSmooth(table, foldings, progress, settings),
  };
}
