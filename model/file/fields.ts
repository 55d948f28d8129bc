import * as v from "valibot";
import { MAX_NAME } from "../table/schema-format";

/** Values that occur in several parts of a model file. */

export const finite = v.pipe(v.number(), v.finite());

export const positive = v.pipe(finite, v.gtValue(0));

/** A number of things, or the position of one. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The name of a feature's column in the table. The whole file is checked for whether the model lists it. */
export const column = v.pipe(v.string(), v.maxLength(MAX_NAME, `Expected at most ${MAX_NAME} characters`));
