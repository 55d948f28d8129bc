import { useMemo } from "preact/hooks";
import { execute } from "../api/execute";
import { OutlineDocument, PriceMapDocument } from "../gql/graphql";
import { type House, inputOf } from "../house/house";
import { BATCH_PACE } from "../state/paces";
import { idOf, type ModelName } from "../state/settings";
import { useIsMoving } from "../state/use-is-moving";
import { useLatest } from "../state/use-latest";
import { type Block, blocksOf } from "./blocks";
import { type Cell, cellsOf, type Grid, type PricedCell } from "./grid";

/** The same house in some places. */
interface Question {
  readonly grid: Grid;
  readonly house: House;
  readonly model: ModelName | undefined;
}

interface OutlineQuestion extends Question {
  readonly cells: readonly Cell[];
}

interface PriceQuestion extends Question {
  readonly blocks: readonly Block[];
}

/** While a slider moves, the map has a quarter of the prices; when it rests, all. */
const MOVING = 2;
const RESTING = 1;
const REST_MS = 200;

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
  // Stands for the house: the map does not change where only its place does.
  const others = JSON.stringify({ ...house, ...placeIn(grid, { latitude: 0, longitude: 0 }) });
  const isMoving = useIsMoving(others + (model && idOf(model)), REST_MS);
  const question = useMemo(
    () => shown && { grid, blocks: blocksOf(grid, shown, isMoving ? MOVING : RESTING), house, model },
    [grid, shown, others, model, isMoving],
  );
  const { answer = [], question: answered } = useLatest(askForPrices, question, BATCH_PACE);
  return answered?.grid === grid ? answer : [];
}

const placeIn = ({ latitude, longitude }: Grid, place: Pick<Cell, "latitude" | "longitude">) => ({
  [latitude.apiName]: place.latitude,
  [longitude.apiName]: place.longitude,
});

function variablesOf({ grid, house, model }: Question, cells: readonly Cell[]) {
  const input = inputOf(house);
  return { inputs: cells.map((cell) => ({ ...input, ...placeIn(grid, cell) })), ...(model && { model }) };
}

async function askForOutline(question: OutlineQuestion): Promise<Cell[]> {
  const { cells } = question;
  const { predictHousePrices } = await execute(OutlineDocument, variablesOf(question, cells));
  return cells.filter((_, i) => {
    const result = predictHousePrices[i];
    if (result?.__typename !== "HousePricePrediction") return false;
    return !result.warnings.some(({ code }) => FAR.includes(code));
  });
}

async function askForPrices(question: PriceQuestion): Promise<PricedCell[]> {
  const { blocks } = question;
  const firsts = blocks.map(([first]) => first);
  const { predictHousePrices } = await execute(PriceMapDocument, variablesOf(question, firsts));
  return blocks.flatMap((block, i) => {
    const result = predictHousePrices[i];
    if (result?.__typename !== "HousePricePrediction") return [];
    return block.map((cell) => ({ ...cell, price: result.predictedHousePrice }));
  });
}
