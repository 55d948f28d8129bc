import { useEffect, useMemo, useState } from "preact/hooks";
import { ApiError } from "../api/api-error";
import { execute } from "../api/execute";
import { Latest } from "../api/latest";
import { PriceDocument, type PriceQuery } from "../gql/graphql";
import { inputOf } from "../house/house";
import type { Settings } from "./settings";

/** The newest answer, the settings that it belongs to, and what has gone wrong since. */
export interface PriceState {
  readonly prediction?: PriceQuery["predictHousePrice"];
  readonly settings?: Settings;
  readonly error?: ApiError | undefined;
}

/** Asks for the price of each new state of the settings. */
export function usePrice(settings: Settings): PriceState {
  const [state, setState] = useState<PriceState>({});
  const latest = useMemo(
    () =>
      new Latest(askForPrice, (outcome) => {
        if ("answer" in outcome) setState({ prediction: outcome.answer, settings: outcome.question });
        else setState((before) => ({ ...before, error: asApiError(outcome.error) }));
      }),
    [],
  );
  useEffect(() => latest.ask(settings), [settings, latest]);
  const retryAfter = state.error?.retryAfter;
  useEffect(() => {
    if (retryAfter === undefined) return;
    const timer = setTimeout(() => latest.ask(settings), retryAfter * 1000);
    return () => clearTimeout(timer);
  }, [state.error, retryAfter, settings, latest]);
  return state;
}

async function askForPrice({ house, model, coverage }: Settings) {
  const variables = { input: inputOf(house), coverage, ...(model && { model }) };
  return (await execute(PriceDocument, variables)).predictHousePrice;
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError("refused", String(error));
}
