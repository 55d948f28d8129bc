import type { Estimator, EstimatorKind } from "./estimator-kind";
import { ESTIMATOR_KINDS } from "./kinds";

export function kindOf(estimator: Estimator): EstimatorKind {
  const kind = ESTIMATOR_KINDS.find((each) => each.owns(estimator));
  if (!kind) throw new TypeError(`There is no kind of estimator "${estimator.kind}".`);
  return kind;
}
