import * as v from "valibot";
import {
  isNeeded,
  isNumberLike,
  QUANTILES,
  type TrainedFeature,
  TrainedFeaturesSchema,
} from "../../../../model/file/trained-feature";

const AREA: TrainedFeature = {
  name: "area",
  min: 1,
  max: 9,
  mean: 5,
  quantiles: Array.from({ length: QUANTILES }, (_, i) => i),
  missing: 0,
};
const STYLE: TrainedFeature = { name: "style", counts: [3, 4], missing: 2 };

const accepts = (features: unknown) => v.is(TrainedFeaturesSchema, features);

describe("the features of a model file", () => {
  it("are numbers and categories, with what training saw", () => {
    expect(accepts([AREA, STYLE])).toBe(true);
    expect(accepts([{ ...AREA, missingInTest: 1 }])).toBe(true);
  });

  it.each([
    ["no feature", []],
    ["a feature twice", [AREA, STYLE, AREA]],
    ["a number without its mean", [{ ...AREA, mean: undefined }]],
    ["too few quantiles", [{ ...AREA, quantiles: [1, 2] }]],
    ["no category", [{ ...STYLE, counts: [] }]],
    ["half a row", [{ ...STYLE, counts: [0.5] }]],
    ["both kinds at once", [{ ...AREA, ...STYLE }]],
    ["a test without missing values that says so", [{ ...AREA, missingInTest: 0 }]],
    ["nothing", [null]],
    ["a text", ["area"]],
  ])("are not %s", (_what, features) => {
    expect(accepts(features)).toBe(false);
  });

  it("are told apart by kind, also in errors", () => {
    const { issues } = v.safeParse(TrainedFeaturesSchema, [{ ...STYLE, counts: ["3"] }]);
    expect(issues?.map((issue) => v.getDotPath(issue))).toEqual(["0.counts.0"]);
  });
});

describe("a feature", () => {
  it("is needed where neither training nor test rows lacked it", () => {
    expect(isNeeded(AREA)).toBe(true);
    expect(isNeeded(STYLE)).toBe(false);
    expect(isNeeded({ ...AREA, missingInTest: 1 })).toBe(false);
  });

  it("is like a number if it has a mean", () => {
    expect([AREA, STYLE].map(isNumberLike)).toEqual([true, false]);
  });
});
