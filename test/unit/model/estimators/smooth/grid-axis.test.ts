import { expect, test } from "@jest/globals";
import { array, assert, double, property } from "fast-check";
import { GridAxis } from "../../../../../model/estimators/smooth/grid-axis";

const value = double({ min: -180, max: 180, noNaN: true });

/** At least two lines, far enough apart to be told from one another. */
const lines = array(value, { minLength: 2, maxLength: 40 })
  .map((values) => [...new Set(values.map((each) => Math.round(each * 1000) / 1000))].sort((a, b) => a - b))
  .filter((values) => values.length > 1);

test("a value lies between the lines that are found", () => {
  assert(
    property(lines, value, (values, sought) => {
      const axis = new GridAxis(values);
      axis.find(sought);
      const { cell, fraction } = axis;
      expect(values[cell] + fraction * (values[cell + 1] - values[cell])).toBeCloseTo(sought, 6);
      if (sought >= values[0] && sought < values[values.length - 1]) {
        expect(values[cell]).toBeLessThanOrEqual(sought);
        expect(values[cell + 1]).toBeGreaterThan(sought);
      }
    }),
  );
});

test("every line begins its cell", () => {
  assert(
    property(lines, (values) => {
      const axis = new GridAxis(values);
      values.slice(0, -1).forEach((line, i) => {
        axis.find(line);
        expect([axis.cell, axis.fraction]).toEqual([i, 0]);
      });
    }),
  );
});
