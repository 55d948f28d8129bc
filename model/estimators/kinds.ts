import type { EstimatorKind } from "./estimator-kind";
import { linear } from "./linear/linear-kind";
import { smooth } from "./smooth/smooth-kind";

export const ESTIMATOR_KINDS: readonly EstimatorKind[] = [linear, smooth];
