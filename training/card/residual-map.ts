import { roundNicely } from "../round-nicely";
import type { Place } from "../training-table";
import type { Figure } from "./figure";
import { areaOf, axesOf, emptiestCorner, isOnMap, mapOf } from "./map";
import { mapCellSize, type PlaceCell, placeCells } from "./place-cells";
import { shortAmount, shortTicks, unitOf } from "./target-unit";
import type { TestResults } from "./test-results";

/** Cells of this figure per cell edge of the error map. */
const FINER = 5;

/** Mean residual of the test rows in a map cell, in the target's unit. */
export interface ResidualCell extends PlaceCell {
  readonly residual: number;
}

export function meanResiduals(place: Place, residuals: Float64Array): ResidualCell[] {
  return placeCells(place, roundNicely(mapCellSize(place) / FINER)).map((cell) => ({
    ...cell,
    residual: cell.rows.reduce((sum, row) => sum + residuals[row], 0) / cell.rows.length,
  }));
}

export function residualMap(place: Place, { residuals, model }: TestResults): Figure {
  const area = areaOf(place);
  const cells = meanResiduals(place, residuals).filter((cell) => isOnMap(area, cell));
  const { longitude, latitude } = axesOf(area);
  const step = roundNicely(0.7 * model.file.metrics.test.rmse);
  const size = cells[0]?.size ?? 0;
  return {
    file: "residual-map.svg",
    heading: "Residuals on the map",
    caption: `Each square is ${size} degrees wide and shows the mean residual of its test rows: actual minus predicted price. Red: houses cost more than predicted; blue: less. A region of one colour has a local effect that the model does not capture. Grey squares are within ${shortAmount(0.4 * step)} of the actual price.`,
    spec: mapOf(area, "Residuals on the map", `Mean of the test rows in each square of ${size} degrees`, [
      {
        data: {
          values: cells.map((cell) => ({
            residual: cell.residual,
            west: cell.longitude,
            east: cell.longitude + cell.size,
            south: cell.latitude,
            north: cell.latitude + cell.size,
          })),
        },
        mark: { type: "rect" },
        encoding: {
          x: { field: "west", ...longitude },
          x2: { field: "east" },
          y: { field: "south", ...latitude },
          y2: { field: "north" },
          color: {
            field: "residual",
            type: "quantitative",
            title: ["Actual - predicted", `(${unitOf(model.table)})`],
            scale: {
              type: "threshold",
              domain: [-2, -1, -0.4, 0.4, 1, 2].map((factor) => factor * step),
              range: ["#2166ac", "#5a9fd0", "#a6cbe3", "#d0d0d0", "#f4b08f", "#dd6b50", "#b2182b"],
            },
            legend: { orient: emptiestCorner(area, cells), offset: 12, ...shortTicks(2 * step) },
          },
        },
      },
    ]),
  };
}
