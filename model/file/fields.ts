import * as v from "valibot";
import { MAX_NAME } from "../table/schema-format";

/** Value formats used in several parts of a model file. */

export const finite = v.pipe(v.number(), v.finite());

export const positive = v.pipe(finite, v.gtValue(0));

/** A count or an index. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Column name of a feature. That the model lists it is checked for the whole file. */
export const column = v.pipe(v.string(), v.maxLength(MAX_NAME, `Expected at most ${MAX_NAME} characters`));
