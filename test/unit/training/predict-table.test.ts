import type { Predictor } from "../../../model/estimators/predictor";
import { predictRows, predictTable } from "../../../training/predict-table";
import { modelVariant } from "../../support/model-variants";
import { AREA, ROOMS, trainingTable } from "../../support/training-tables";

describe("the predictions for a table", () => {
  it("are clipped to the limits of the predictor, with the scale of their errors", () => {
    const table = trainingTable(
      [AREA, ROOMS],
      [
        [1, 2],
        [5, 3],
        [9, 4],
      ],
      [0, 0, 0],
    );
    let [area, rooms] = [0, 0];
    const predictor: Predictor = {
      limits: { min: 2, max: 8 },
      read(rowsRead: Float64Array, offset: number) {
        [area, rooms] = rowsRead.subarray(offset);
      },
      prediction: () => area,
      errorScale: () => rooms,
      baseline: 0,
      groups: [],
      explain() {},
    };

    expect(predictTable(predictor, table)).toEqual({
      predictions: Float64Array.of(2, 5, 8),
      errorScales: Float64Array.of(2, 3, 4),
    });
  });

  it("are those of the server", () => {
    const model = modelVariant("linear", 1, 0.5);
    const { table } = model;
    const rows = Float64Array.from({ length: 2 * table.width }, (_, i) => 1 + (i % 5));
    const predicted = predictRows(model, {
      table,
      features: Int32Array.of(),
      rows,
      target: Float64Array.of(0, 0),
      numbers: Int32Array.of(0, 1),
    });

    expect([...predicted]).toEqual([model.predict(rows), model.predict(rows, table.width)]);
    expect(predicted[0]).not.toBe(predicted[1]);
  });
});
