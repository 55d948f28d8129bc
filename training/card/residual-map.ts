import type { Place } from "../training-table";
import { californiaMap, cityLayers, isOnMap, latitudeAxis, longitudeAxis } from "./california-map";
import type { Figure } from "./figure";
import { type PlaceCell, placeCells } from "./place-cells";
import type { TestResults } from "./test-results";

/** A tenth of a degree: about 11 km northwards and 9 km eastwards. */
const CELLS_PER_DEGREE = 10;

/** A cell of the map and the mean of its test rows' residuals, in the target's unit. */
export interface ResidualCell extends PlaceCell {
  readonly residual: number;
}

export function meanResiduals(place: Place, residuals: Float64Array): ResidualCell[] {
  return placeCells(place, CELLS_PER_DEGREE).map((cell) => ({
    ...cell,
    residual: cell.rows.reduce((sum, row) => sum + residuals[row], 0) / cell.rows.length,
  }));
}

export function residualMap(place: Place, { residuals }: TestResults): Figure {
  const cells = meanResiduals(place, residuals).filter(isOnMap);
  return {
    file: "residual-map.svg",
    heading: "Residuals on the map",
    caption:
      "Each square is a tenth of a degree wide and shows the mean residual of its test rows: actual minus predicted price. Red: houses cost more than the model says; blue: less. One colour over a whole region is something about that place that the model does not know.",
    spec: californiaMap(
      "Residuals on the map of California",
      "Mean of the test rows in each tenth of a degree",
      [
        {
          data: {
            values: cells.map(({ latitude, longitude, size, residual }) => ({
              residual,
              west: longitude,
              east: longitude + size,
              south: latitude,
              north: latitude + size,
            })),
          },
          mark: { type: "rect" },
          encoding: {
            x: { field: "west", ...longitudeAxis },
            x2: { field: "east" },
            y: { field: "south", ...latitudeAxis },
            y2: { field: "north" },
            color: {
              field: "residual",
              type: "quantitative",
              title: ["Actual - predicted", "(100,000 US dollars)"],
              scale: {
                type: "threshold",
                domain: [-1, -0.5, -0.2, 0.2, 0.5, 1],
                range: ["#2166ac", "#5a9fd0", "#a6cbe3", "#d0d0d0", "#f4b08f", "#dd6b50", "#b2182b"],
              },
              legend: { orient: "top-right", offset: 12 },
            },
          },
        },
        ...cityLayers(),
      ],
    ),
  };
}
