import * as v from "valibot";
import { FEATURES, type FeatureColumn } from "../features";

/** Values that occur in several parts of a model file. */

export const finite = v.pipe(v.number(), v.finite());

export const positive = v.pipe(finite, v.gtValue(0));

/** A number of things, or the position of one. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The column of a feature in the data set. */
export const column = v.picklist(FEATURES.map((feature): FeatureColumn => feature.column));
