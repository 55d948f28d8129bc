import { score } from "../metrics";
import { roundNicely } from "../round-nicely";
import type { Place } from "../training-table";
import type { Figure } from "./figure";
import { areaOf, axesOf, emptiestCorner, isOnMap, mapOf } from "./map";
import { LEAST_ROWS, mapCellSize, type PlaceCell, placeCells } from "./place-cells";
import { WIDTH } from "./render-figure";
import { shortAmount, shortTicks, unitOf } from "./target-unit";
import type { TestResults } from "./test-results";

/** A map of fewer cells shows nothing. */
const FEWEST_CELLS = 4;

/** Minimum width of a labelled cell, in CSS pixels. */
const MIN_LABELLED = 20;

export interface ErrorCell extends PlaceCell {
  readonly rmse: number;
  readonly mae: number;
}

/** Errors in each cell with at least {@link LEAST_ROWS} test rows. */
export function errorsByPlace(place: Place, { table, predicted }: TestResults): ErrorCell[] {
  return placeCells(place, mapCellSize(place))
    .filter(({ rows }) => rows.length >= LEAST_ROWS)
    .map((cell) => {
      const of = (values: Float64Array) => cell.rows.map((row) => values[row]);
      const { rmse, mae } = score(of(table.target), of(predicted));
      return { ...cell, rmse, mae };
    });
}

/** Undefined if there are too few test rows to compare locations. */
export function errorByPlace(place: Place, results: TestResults): Figure | undefined {
  const area = areaOf(place);
  const cells = errorsByPlace(place, results).filter((cell) => isOnMap(area, cell));
  if (cells.length < FEWEST_CELLS) return undefined;
  const { longitude: longitudeAxis, latitude: latitudeAxis } = axesOf(area);
  const { model } = results;
  const unit = unitOf(model.table);
  const step = roundNicely(0.3 * model.file.metrics.test.rmse);
  const { size } = cells[0];
  const values = cells.map(({ latitude, longitude, size, rmse }) => ({
    rmse,
    label: rmse >= 10 ? shortAmount(rmse) : rmse.toFixed(1),
    west: longitude,
    east: longitude + size,
    south: latitude,
    north: latitude + size,
    middle: longitude + size / 2,
    centre: latitude + size / 2,
  }));
  // Narrow cells have no room for numbers.
  const isWide = (size / (area.longitudes[1] - area.longitudes[0])) * WIDTH >= MIN_LABELLED;
  const labels = {
    data: { values },
    mark: { type: "text", fontSize: 11 },
    encoding: {
      x: { field: "middle", ...longitudeAxis },
      y: { field: "centre", ...latitudeAxis },
      text: { field: "label" },
      color: {
        condition: { test: `datum.rmse >= ${3 * step}`, value: "#fafafa" },
        value: "#222222",
      },
    },
  } as const;
  return {
    file: "error-by-place.svg",
    heading: "Error by location",
    caption: `The RMSE of the test rows in each square of ${size} degrees, in ${unit}. Squares with fewer than ${LEAST_ROWS} test rows are omitted. With few rows, values depend more on chance.`,
    spec: mapOf(area, "Error by location", `RMSE of the test rows in each square of ${size} degrees`, [
      {
        data: { values },
        mark: { type: "rect", stroke: "#ffffff", strokeWidth: 1 },
        encoding: {
          x: { field: "west", ...longitudeAxis },
          x2: { field: "east" },
          y: { field: "south", ...latitudeAxis },
          y2: { field: "north" },
          color: {
            field: "rmse",
            type: "quantitative",
            title: ["RMSE", `(${unit})`],
            scale: {
              type: "threshold",
              domain: [1, 2, 3, 4, 5].map((factor) => factor * step),
              range: ["#fde3c0", "#fdc38d", "#fc9a5c", "#e8603c", "#c22a20", "#7f0a12"],
            },
            legend: { orient: emptiestCorner(area, cells), offset: 12, ...shortTicks(5 * step) },
          },
        },
      },
      ...(isWide ? [labels] : []),
    ]),
  };
}
