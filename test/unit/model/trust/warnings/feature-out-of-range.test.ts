import { Model } from "../../../../../model/model";
import type { Table } from "../../../../../model/table/table";
import { featureOutOfRange } from "../../../../../model/trust/warnings/feature-out-of-range";
import { mixedFile } from "../../../../support/mixed-model";

jest.mock("../../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../../support/constant-kind").constant],
  };
});

let table: Table;
let rule: ReturnType<typeof featureOutOfRange.ruleFor>;

beforeEach(() => {
  const model = new Model(mixedFile(), "0".repeat(64));
  ({ table } = model);
  rule = featureOutOfRange.ruleFor(model);
});

const CODE = "FEATURE_OUT_OF_RANGE";

function find(values: { readonly [apiName: string]: number }) {
  const rows = new Float64Array(2 * table.width);
  const usual = { livingArea: 10, garden: 10, sold: 18_500, lift: 1, heating: 1, town: 7, pool: 0 };
  table.writeRow({ ...usual, ...values }, rows, table.width);
  const found = rule?.find(rows, table.width, 0) ?? [];
  return found.map((finding) => ({ ...finding, ...rule?.explain(rows, table.width, finding) }));
}

describe("a feature is outside its range", () => {
  it("below the least or above the greatest value that training saw", () => {
    expect(find({})).toEqual([]);
    expect(find({ livingArea: 1, garden: 20 })).toEqual([]);
    expect(find({ livingArea: 0.9, garden: 20.1 }).map(({ feature }) => feature)).toEqual([
      "livingArea",
      "garden",
    ]);
  });

  it("and not where it is missing, or a category", () => {
    expect(find({ livingArea: Number.NaN, heating: 99, town: -1 })).toEqual([]);
    expect(rule?.max).toBe(4);
  });

  it("which is told with its unit, and as a date where it is one", () => {
    expect(find({ garden: 50 })).toEqual([
      {
        code: CODE,
        feature: "garden",
        value: 50,
        range: { min: 1, max: 20 },
        message: "garden is 50, outside the training range from 1 to 20 (unit: m²): the model extrapolates.",
      },
    ]);
    expect(find({ sold: 19_001 })[0].message).toBe(
      "sold is 2022-01-09, outside the training range from 2020-01-01 to 2022-01-08: the model extrapolates.",
    );
  });
});
