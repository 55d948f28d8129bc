import { Model } from "../../../../../model/model";
import { unusualCombination } from "../../../../../model/trust/warnings/unusual-combination";
import { CALIFORNIA } from "../../../../support/california";
import { committedFile } from "../../../../support/committed-models";
import { numbersOf } from "../../../../support/numbers-of";

const file = committedFile(1);

let model: Model;
let rule: ReturnType<typeof unusualCombination.ruleFor>;

beforeEach(() => {
  model = new Model(file, "0".repeat(64));
  rule = unusualCombination.ruleFor(model);
});

/** The means, and as many average households as that makes the distance this part of the threshold. */
function rowAt(part: number): Float64Array {
  const rows = new Float64Array(2 * CALIFORNIA.width).fill(Number.NaN);
  const place = (name: string) => CALIFORNIA.width + CALIFORNIA.indexOf(name);
  for (const { name, mean } of numbersOf(file)) rows[place(name)] = mean;
  rows[place("AveOccup")] += 1;
  const step = model.distance(rows, CALIFORNIA.width);
  rows[place("AveOccup")] += (part * file.novelty.threshold) / step - 1;
  return rows;
}

describe("a combination of features", () => {
  it.each([
    [0.999, []],
    [1.001, [{ code: "UNUSUAL_COMBINATION" }]],
  ])("is unusual beyond the threshold: at %d of it", (part, found) => {
    expect(rule?.find(rowAt(part), CALIFORNIA.width, 1)).toEqual(found);
    expect(rule?.max).toBe(1);
  });

  it("is explained by its distance", () => {
    const rows = rowAt(2);
    const { threshold } = file.novelty;
    expect(rule?.explain(rows, CALIFORNIA.width, { code: "UNUSUAL_COMBINATION" })).toEqual({
      value: model.distance(rows, CALIFORNIA.width),
      range: { min: 0, max: threshold },
      message: `This combination of features is unusual: its Mahalanobis distance is ${(2 * threshold).toFixed(2)}, and 99.9 % of the training rows are within ${threshold.toFixed(2)}.`,
    });
  });
});
