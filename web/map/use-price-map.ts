import { useMemo } from "preact/hooks";
import { execute } from "../api/execute";
import { OutlineDocument, PriceMapDocument } from "../gql/graphql";
import { type House, inputOf } from "../house/house";
import type { ModelName } from "../state/settings";
import { useLatest } from "../state/use-latest";
import { type Cell, cellsOf, type Grid, type PricedCell } from "./grid";

interface Question {
  readonly grid: Grid;
  readonly cells: readonly Cell[];
  readonly house: House;
  readonly model: ModelName | undefined;
}

/** Half of the time the server is left to others. */
const REST = 1;

/** A cell with one of these warnings is not shown. */
const FAR = ["FAR_FROM_TRAINING_PLACES", "UNUSUAL_COMBINATION"];

/**
 * What a house would cost in each place, by one query. Where the model warns that it has nothing to go by is asked once, with a
 * usual house: it draws the outline of the market, and so the map follows a slider with fewer rows.
 */
export function usePriceMap(
  grid: Grid,
  usual: House,
  house: House,
  model: ModelName | undefined,
): readonly PricedCell[] {
  const all = useMemo(() => ({ grid, cells: cellsOf(grid), house: usual, model }), [grid, usual, model]);
  const { answer: shown } = useLatest(askForOutline, all);
  const others = JSON.stringify(elsewhere(grid, house, { latitude: 0, longitude: 0 }));
  // `others` stands for the house: the map does not change where only its place does.
  const question = useMemo(() => shown && { grid, cells: shown, house, model }, [grid, shown, others, model]);
  const { answer = [], question: answered } = useLatest(askForPrices, question, REST);
  return answered?.grid === grid ? answer : [];
}

/** The same house in another place. */
function elsewhere(
  { latitude, longitude }: Grid,
  house: House,
  place: Pick<Cell, "latitude" | "longitude">,
): House {
  return { ...house, [latitude.apiName]: place.latitude, [longitude.apiName]: place.longitude };
}

function variablesOf({ grid, cells, house, model }: Question) {
  const inputs = cells.map((cell) => inputOf(elsewhere(grid, house, cell)));
  return { inputs, ...(model && { model }) };
}

async function askForOutline(question: Question): Promise<Cell[]> {
  const { predictHousePrices } = await execute(OutlineDocument, variablesOf(question));
  return question.cells.filter((_, i) => {
    const result = predictHousePrices[i];
    if (result?.__typename !== "HousePricePrediction") return false;
    return !result.warnings.some(({ code }) => FAR.includes(code));
  });
}

async function askForPrices(question: Question): Promise<PricedCell[]> {
  const { predictHousePrices } = await execute(PriceMapDocument, variablesOf(question));
  return question.cells.flatMap((cell, i) => {
    const result = predictHousePrices[i];
    if (result?.__typename !== "HousePricePrediction") return [];
    return [{ ...cell, price: result.predictedHousePrice }];
  });
}
