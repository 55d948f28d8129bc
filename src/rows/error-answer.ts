import { array, type InferOutput, is, looseObject, optional, string, tuple } from "valibot";

const errorAnswer = looseObject({
  errors: tuple([
    looseObject({
      message: string(),
      extensions: looseObject({
        code: string(),
        fields: optional(array(looseObject({ path: string(), message: string() }))),
      }),
    }),
  ]),
});

/** An error answer in the form that all paths share: `errorBody` of `src/http/http-errors.ts`. */
export type ErrorAnswer = InferOutput<typeof errorAnswer>;

/** Whether an answer is an error in the form that all paths share. */
export function isErrorAnswer(payload: unknown): payload is ErrorAnswer {
  return is(errorAnswer, payload);
}
