import { useMemo } from "preact/hooks";
import { execute } from "../api/execute";
import { CurveDocument } from "../gql/graphql";
import { type Column, type House, type HouseInput, inputOf, type Value } from "../house/house";
import { BATCH_PACE } from "../state/paces";
import type { ModelName } from "../state/settings";
import { useLatest } from "../state/use-latest";
import { type Point, pointsOf, spanWith } from "./points";

/** What a model says of one value, everything else unchanged. */
export interface PricedPoint extends Point {
  readonly price: number;
  readonly lower: number;
  readonly upper: number;
}

interface Question {
  readonly column: Column;
  readonly points: readonly Point[];
  readonly inputs: readonly HouseInput[];
  readonly model: ModelName | undefined;
  readonly coverage: number;
}

interface Variation {
  readonly column: Column;
  readonly house: House;
  readonly model: ModelName | undefined;
  readonly coverage: number;
}

/**
 * The prices of a house over the values of one of its columns, by one query for all of them. It is asked again where anything but
 * the value of that column changes.
 *
 * @param variation - undefined where there is nothing to ask
 */
export function useCurve(variation: Variation | undefined): readonly PricedPoint[] {
  const { column, house = {}, model, coverage = 0.9 } = variation ?? {};
  const value: Value = column ? (house[column.apiName] ?? null) : null;
  const { from, to } = (column && spanWith(column, value)) ?? {};
  const others = column && JSON.stringify({ ...house, [column.apiName]: null });
  // `others`, `from` and `to` stand for the house.
  const question = useMemo((): Question | undefined => {
    if (!column) return undefined;
    const points = pointsOf(column, spanWith(column, value));
    const inputs = points.map((point) => inputOf({ ...house, [column.apiName]: point.value }));
    return { column, points, inputs, model, coverage };
  }, [column, others, from, to, model, coverage]);
  const { answer, question: answered } = useLatest(askForCurve, question, BATCH_PACE);
  return answer && answered?.column === column ? answer : [];
}

async function askForCurve({ points, inputs, model, coverage }: Question): Promise<PricedPoint[]> {
  if (inputs.length === 0) return [];
  const { predictHousePrices } = await execute(CurveDocument, { inputs, coverage, ...(model && { model }) });
  return points.flatMap((point, i) => {
    const result = predictHousePrices[i];
    // A value that the table refuses, such as a number of rooms below zero, is left out.
    if (result?.__typename !== "HousePricePrediction") return [];
    const { predictedHousePrice: price, interval } = result;
    return { ...point, price, lower: interval.lower, upper: interval.upper };
  });
}
