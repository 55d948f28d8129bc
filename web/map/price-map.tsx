import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { House } from "../house/house";
import { amountOf, type Target } from "../money";
import type { ModelName } from "../state/settings";
import { colourOf } from "./colours";
import { type Cell, cellAt, type Grid, type PricedCell } from "./grid";
import { Legend } from "./legend";
import { priceRange } from "./price-range";
import { usePriceMap } from "./use-price-map";

interface Props {
  readonly grid: Grid;
  readonly target: Target;
  /** A house whose values the models know. */
  readonly usual: House;
  readonly house: House;
  readonly model: ModelName | undefined;
  readonly onMove: (place: Cell) => void;
}

/** What this house would cost in each place; a click moves it there. By the keyboard it moves by its two fields. */
export function PriceMap({ grid, target, usual, house, model, onMove }: Props) {
  const cells = usePriceMap(grid, usual, house, model);
  const [pointed, setPointed] = useState<number>();
  const range = useMemo(() => priceRange(cells), [cells]);
  const words = useMemo(() => describe(cells, target), [cells, target]);
  const cell = cells.find(({ index }) => index === pointed);
  const indexAt = (event: MouseEvent & { readonly currentTarget: Element }) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const column = clamp(Math.floor(((event.clientX - left) / width) * grid.columns), grid.columns);
    const row = clamp(Math.floor(((event.clientY - top) / height) * grid.rows), grid.rows);
    return row * grid.columns + column;
  };
  return (
    <section class="map" aria-labelledby="map-title">
      <h2 id="map-title">Elsewhere</h2>
      <p>What this house would cost in other places. A click moves it there.</p>
      <div
        class="face"
        role="img"
        aria-label={words}
        onPointerMove={(event) => setPointed(indexAt(event))}
        onPointerLeave={() => setPointed(undefined)}
        onPointerUp={(event) => onMove(cellAt(grid, indexAt(event)))}
      >
        <Picture grid={grid} cells={cells} range={range} />
        <HouseMark grid={grid} house={house} />
      </div>
      {cells.length > 0 && <Legend range={range} target={target} />}
      <p class="hint" aria-hidden="true">
        {cell ? `${amountOf(target, cell.price)} at ${placeOf(cell)}` : hintOf(cells)}
      </p>
    </section>
  );
}

const clamp = (position: number, length: number) => Math.min(length - 1, Math.max(0, position));
const placeOf = ({ latitude, longitude }: Cell) => `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;

const hintOf = ({ length }: readonly PricedCell[]) =>
  length > 0 ? "Point at a place." : "The map is drawn…";

/** The map in words. */
function describe(cells: readonly PricedCell[], target: Target): string {
  let [cheapest] = cells;
  let dearest = cheapest;
  for (const cell of cells) {
    if (!cheapest || cell.price < cheapest.price) cheapest = cell;
    if (!dearest || cell.price > dearest.price) dearest = cell;
  }
  if (!cheapest || !dearest) return "A map without places.";
  const [low, high] = [cheapest, dearest].map(
    (each) => `${amountOf(target, each.price)} at ${placeOf(each)}`,
  );
  return `A map of prices in ${cells.length} places, from ${low} to ${high}.`;
}

interface PictureProps {
  readonly grid: Grid;
  readonly cells: readonly PricedCell[];
  readonly range: readonly [low: number, high: number];
}

/** One pixel a cell, which the style sheet enlarges. */
function Picture({ grid, cells, range: [low, high] }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(grid.columns, grid.rows);
    for (const { index, price } of cells) {
      image.data.set([...colourOf((price - low) / (high - low)), 255], 4 * index);
    }
    context.putImageData(image, 0, 0);
  }, [grid, cells, low, high]);
  return <canvas ref={canvas} width={grid.columns} height={grid.rows} />;
}

function HouseMark({ grid, house }: { readonly grid: Grid; readonly house: House }) {
  const latitude = house[grid.latitude.apiName];
  const longitude = house[grid.longitude.apiName];
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  const x = ((longitude - grid.west) / (grid.east - grid.west)) * 100;
  const y = ((grid.north - latitude) / (grid.north - grid.south)) * 100;
  return (
    <svg class="here-mark" aria-hidden="true">
      <circle class="halo" cx={`${x}%`} cy={`${y}%`} r="7" />
      <circle cx={`${x}%`} cy={`${y}%`} r="7" />
    </svg>
  );
}
