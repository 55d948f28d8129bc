import type { WeightTable } from "../../../../../model/estimators/estimator-kind";
import type { LinearEstimator, LinearTerm } from "../../../../../model/estimators/linear/linear-format";
import { weightsOf } from "../../../../../model/estimators/linear/linear-weights";
import type { TrainedFeature } from "../../../../../model/file/trained-feature";
import { tableOf } from "../../../../support/every-type";
import { HOUSES } from "../../../../support/smooth-houses";

const number = (name: string, low: number, high: number): TrainedFeature => ({
  name,
  min: low - 10,
  max: high + 10,
  mean: (low + high) / 2,
  quantiles: [low, high],
  missing: 0,
});

const estimatorOf = (terms: LinearTerm[], changes: Partial<LinearEstimator> = {}): LinearEstimator => ({
  kind: "linear",
  rows: 100,
  intercept: 7,
  terms,
  ...changes,
});

describe("a few coefficients", () => {
  const terms: LinearTerm[] = [
    { feature: "Area", coefficient: 0.1 },
    { feature: "Style", category: "villa", coefficient: 50 },
  ];
  const features = [number("Area", 10, 90), { name: "Style", counts: [50, 40, 10], missing: 0 }];

  it("are all shown, in the order of the model, before the intercept", () => {
    expect(weightsOf(estimatorOf(terms), features, HOUSES)).toEqual({
      head: ["feature", "coefficient"],
      rows: [
        ["Area", 0.1],
        ["Style = villa", 50],
        ["(intercept)", 7],
      ],
    });
  });

  it("are marked where columns share an effect", () => {
    const aliased = [{ feature: "Style", category: "villa" }];
    const { rows } = weightsOf(estimatorOf(terms, { aliased }), features, HOUSES);
    expect(rows.map(([name]) => name)).toEqual(["Area", "Style = villa (aliased)", "(intercept)"]);
  });
});

describe("many coefficients", () => {
  const towns = Array.from({ length: 70 }, (_, i) => `town ${i}`);
  const table = tableOf([
    { name: "area", type: "number" },
    { name: "age", type: "number" },
    { name: "pool", type: "boolean" },
    { name: "town", type: "string", constraints: { enum: towns } },
  ]);
  const features: TrainedFeature[] = [
    number("area", 0, 329),
    { ...number("age", 0, 0), min: 0, max: 1000 },
    { ...number("pool", 0, 1), missing: 50 },
    { name: "town", counts: towns.map((_, i) => (i === 0 ? 50 : i === 1 ? 0 : 1)), missing: 20 },
  ];
  const terms: LinearTerm[] = [
    ...towns.map((category, i) => ({ feature: "town", category, coefficient: i < 2 ? 40 : 0.01 * i })),
    { feature: "area", coefficient: -0.15 },
    { feature: "age", coefficient: 0.2 },
    { feature: "pool", missing: true, coefficient: 60 },
    { feature: "town", missing: true, coefficient: 30 },
  ];
  let head: WeightTable["head"];
  let rows: WeightTable["rows"];

  beforeEach(() => {
    ({ head, rows } = weightsOf(estimatorOf(terms), features, table));
  });

  it("are the sixty with the largest effect on prices", () => {
    expect(head).toEqual(["the 60 largest of 74", "coefficient"]);
    expect(rows).toHaveLength(61);
    expect(rows[60]).toEqual(["(intercept)", 7]);
  });

  it("are ordered by coefficient times deviation, whatever their sign", () => {
    // 60 · √(0.5²), 40 · √(0.5²), 0.2 · (1000 / 10), 0.15 · (329 / 3.29), and 30 · √(0.2 · 0.8).
    expect(rows.slice(0, 5).map(([name]) => name)).toEqual([
      "pool is missing",
      "town = town 0",
      "age",
      "area",
      "town is missing",
    ]);
  });

  it("leave out a category without rows, whose coefficient changes nothing", () => {
    expect(rows.map(([name]) => name)).not.toContain("town = town 1");
  });
});
