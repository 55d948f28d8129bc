import * as v from "valibot";
import { CurveSchema } from "../../../../../model/estimators/smooth/curve-format";
import { curveData } from "../../../../support/small-basis";

const problemsOf = (changes: object) =>
  v.safeParse(CurveSchema, { ...curveData("Area"), ...changes }).issues?.map(({ message }) => message);
const accepts = (changes: object) => problemsOf(changes) === undefined;

describe("the functions of a feature in a model file", () => {
  it("are of the feature or of its logarithm", () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ transform: { kind: "log", shift: 1 } })).toBe(true);
    expect(accepts({ transform: { kind: "log" } })).toBe(false);
    expect(accepts({ transform: { kind: "identity", shift: 1 } })).toBe(false);
    expect(accepts({ transform: { kind: "root" } })).toBe(false);
  });

  it.each([
    ["a scale above 0", { scale: 0 }],
    ["a length above 0", { length: 0 }],
    ["a limit above 0", { limit: 0 }],
    ["a limit up to 10", { limit: 10.1 }],
    ["a finite mean", { mean: Infinity }],
    ["a knot", { knots: [], kernelMeans: [], functions: [[]] }],
    ["a function", { functions: [] }],
    ["no other property", { name: "x" }],
  ])("have %s", (_rule, changes) => {
    expect(accepts(changes)).toBe(false);
  });

  it("may be clipped at 10 standard deviations", () => {
    expect(accepts({ limit: 10 })).toBe(true);
  });

  it.each([
    ["a mean too few", { kernelMeans: [0.5, 0.25] }],
    ["a mean too many", { kernelMeans: [0.5, 0.25, 0, 0] }],
    [
      "a weight too few in one function",
      {
        functions: [
          [1, 0, 0],
          [1, 0],
          [0, 0, 1],
        ],
      },
    ],
    ["a weight too many", { functions: [[1, 0, 0, 0]] }],
  ])("are refused with %s", (_what, changes) => {
    expect(problemsOf(changes)).toEqual(["Expected one kernel mean and one weight per knot"]);
  });
});
