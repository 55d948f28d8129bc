import type { Model } from "../../../../../model/model";
import { farFromTrainingPlaces } from "../../../../../model/trust/warnings/far-from-training-places";
import { CALIFORNIA } from "../../../../support/california";
import { committedSpatial } from "../../../../support/committed-spatial";
import { modelVariant, variantOf } from "../../../../support/model-variants";

const FINDING = { code: "FAR_FROM_TRAINING_PLACES" } as const;

/** Kilometres of one degree of latitude. */
const DEGREE = (2 * Math.PI * 6371.0088) / 360;

let model: Model;

beforeEach(() => {
  model = committedSpatial().model;
});

/** A row so far north of the northernmost training location, in kilometres. */
function rowNorth(kilometres: number): Float64Array {
  const { estimator } = committedSpatial();
  const centres = estimator.basis.location?.radials.alone.centres ?? [];
  const [latitude, longitude] = centres.reduce((north, centre) => (centre[0] > north[0] ? centre : north));
  const rows = new Float64Array(2 * CALIFORNIA.width).fill(Number.NaN);
  rows[CALIFORNIA.width + CALIFORNIA.indexOf("Latitude")] = latitude + kilometres / DEGREE;
  rows[CALIFORNIA.width + CALIFORNIA.indexOf("Longitude")] = longitude;
  return rows;
}

const thresholdOf = ({ file }: Model) => file.novelty.places?.threshold ?? Number.NaN;

describe("a place", () => {
  it("is far beyond the threshold, and not within it", () => {
    const rule = farFromTrainingPlaces.ruleFor(model);
    const find = (part: number) => rule?.find(rowNorth(part * thresholdOf(model)), CALIFORNIA.width, 1);

    expect(find(0.999)).toEqual([]);
    expect(find(1.001)).toEqual([FINDING]);
    expect(rule?.max).toBe(1);
  });

  it("is explained by its distance", () => {
    const threshold = thresholdOf(model);
    const explanation = farFromTrainingPlaces
      .ruleFor(model)
      ?.explain(rowNorth(500), CALIFORNIA.width, FINDING);

    expect(explanation?.value).toBeCloseTo(500, 6);
    expect(explanation).toMatchObject({
      range: { min: 0, max: threshold },
      message: `The location is 500 km from the nearest training location, and 99.9 % of the training rows are within ${threshold.toFixed(0)} km of another: the model has no data there.`,
    });
  });

  it("is never far for a model without places, or without a location", () => {
    const { places: _places, ...novelty } = model.file.novelty;

    expect(farFromTrainingPlaces.ruleFor(variantOf(model, { novelty }))).toBeUndefined();
    expect(farFromTrainingPlaces.ruleFor(modelVariant("linear", 1, 1))).toBeUndefined();
  });
});
