import { score } from "../metrics";
import type { Place } from "../training-table";
import { californiaMap, isOnMap, latitudeAxis, longitudeAxis } from "./california-map";
import type { Figure } from "./figure";
import { type PlaceCell, placeCells } from "./place-cells";
import type { TestResults } from "./test-results";

/** Half a degree: about 56 km northwards and 44 km eastwards, the size of a county; spatial folds hold back the same. */
const CELLS_PER_DEGREE = 2;

/** Fewer rows than these say little. */
export const LEAST_ROWS = 5;

/** A cell of the map and the errors of its test rows, in the target's unit. */
export interface ErrorCell extends PlaceCell {
  readonly rmse: number;
  readonly mae: number;
}

/** The errors in each half-degree cell with at least {@link LEAST_ROWS} test rows. */
export function errorsByPlace(place: Place, { table, predicted }: TestResults): ErrorCell[] {
  return placeCells(place, CELLS_PER_DEGREE)
    .filter(({ rows }) => rows.length >= LEAST_ROWS)
    .map((cell) => {
      const of = (values: Float64Array) => cell.rows.map((row) => values[row]);
      const { rmse, mae } = score(of(table.target), of(predicted));
      return { ...cell, rmse, mae };
    });
}

export function errorByPlace(place: Place, results: TestResults): Figure {
  const cells = errorsByPlace(place, results).filter(isOnMap);
  const values = cells.map(({ latitude, longitude, size, rmse }) => ({
    rmse,
    label: rmse.toFixed(1),
    west: longitude,
    east: longitude + size,
    south: latitude,
    north: latitude + size,
    middle: longitude + size / 2,
    centre: latitude + size / 2,
  }));
  return {
    file: "error-by-place.svg",
    heading: "Error by place",
    caption: `The RMSE of the test rows in each half-degree cell, about the size of a county, in 100,000 US dollars. Cells with fewer than ${LEAST_ROWS} test rows are left out. The fewer the rows, the more a figure is due to chance.`,
    spec: californiaMap(
      "Error by place",
      "RMSE of the test rows in each half-degree cell, the size of a county",
      [
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
              title: ["RMSE", "(100,000 US dollars)"],
              scale: {
                type: "threshold",
                domain: [0.2, 0.4, 0.6, 0.8, 1],
                range: ["#fde3c0", "#fdc38d", "#fc9a5c", "#e8603c", "#c22a20", "#7f0a12"],
              },
              legend: { orient: "top-right", offset: 12 },
            },
          },
        },
        {
          data: { values },
          mark: { type: "text", fontSize: 11 },
          encoding: {
            x: { field: "middle", ...longitudeAxis },
            y: { field: "centre", ...latitudeAxis },
            text: { field: "label" },
            color: {
              condition: { test: "datum.rmse >= 0.6", value: "#ffffff" },
              value: "#222222",
            },
          },
        },
      ],
    ),
  };
}
