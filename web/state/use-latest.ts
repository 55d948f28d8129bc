import { useEffect, useMemo, useState } from "preact/hooks";
import { ApiError } from "../api/api-error";
import { Latest, type Pace } from "../api/latest";

/** The newest answer, the question that it belongs to, and what has gone wrong since. */
export interface LatestState<Question, Answer> {
  readonly question?: Question;
  readonly answer?: Answer;
  readonly error?: ApiError | undefined;
}

/**
 * Asks each new question, one at a time, and asks again where the server says that it may have an answer later.
 *
 * @param ask - always the same function
 * @param question - undefined where there is nothing to ask
 * @param pace - always the same object
 */
export function useLatest<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  question: Question | undefined,
  pace?: Pace,
): LatestState<Question, Answer> {
  const [state, setState] = useState<LatestState<Question, Answer>>({});
  const latest = useMemo(
    () =>
      new Latest(
        ask,
        (outcome) => {
          if ("answer" in outcome) setState(outcome);
          else setState((before) => ({ ...before, error: asApiError(outcome.error) }));
        },
        pace,
      ),
    [ask, pace],
  );
  useEffect(() => {
    if (question !== undefined) latest.ask(question);
  }, [question, latest]);
  const { error } = state;
  useEffect(() => {
    if (error?.retryAfter === undefined || question === undefined) return;
    const timer = setTimeout(() => latest.ask(question), error.retryAfter * 1000);
    return () => clearTimeout(timer);
  }, [error, question, latest]);
  return state;
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError("refused", String(error));
}
