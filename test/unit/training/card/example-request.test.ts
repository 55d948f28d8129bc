import type { ModelFile } from "../../../../model/file/format";
import { Model } from "../../../../model/model";
import { exampleRequest } from "../../../../training/card/example-request";
import { incomeModel } from "../../../support/card-results";
import { mixedFile } from "../../../support/mixed-model";

jest.mock("../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../support/constant-kind").constant],
  };
});

const inputOf = ({ query }: { query: string }) => {
  const [, input = ""] = /input: \{\n([^}]*)\n {4}\}/.exec(query) ?? [];
  return input.split("\n").map((line) => line.trim());
};

const mixed = (golden: ModelFile["golden"], changes: Partial<ModelFile> = {}) =>
  exampleRequest(new Model({ ...mixedFile(), golden, ...changes }, "0".repeat(64)));

describe("the example of a card", () => {
  it("is a query for rounded values of a test row, and the answer to it", () => {
    const golden = [{ features: [1.23456789, 4.5, 3], prediction: 1.23456789 }];

    expect(exampleRequest(incomeModel({ golden }))).toEqual({
      query: `{
  predictHousePrice(
    input: {
      medInc: 1.2346
      aveRooms: 4.5
      aveOccup: 3
    }
    model: { name: "linear", version: 1 }
  ) {
    predictedHousePrice
    interval(coverage: 0.9) { lower upper }
  }
}`,
      answer: expect.any(String),
    });
    const { data } = JSON.parse(exampleRequest(incomeModel({ golden })).answer);
    expect(data.predictHousePrice.predictedHousePrice).toBe(1.2346);
    expect(data.predictHousePrice.interval.lower).toBeCloseTo(1.2346 - 0.9, 9);
    expect(data.predictHousePrice.interval.upper).toBeCloseTo(1.2346 + 0.9, 9);
  });

  it("writes values as a query has them: dates and places as texts, other categories as names", () => {
    const features = [85.123456, null, 18_500, 1, "gas", "town 7", "none"];

    expect(inputOf(mixed([{ features, prediction: 250_000 }]))).toEqual([
      "livingArea: 85.123",
      'sold: "2020-08-26"',
      "lift: true",
      "heating: gas".replace("gas", "GAS"),
      'town: "town 7"',
      "pool: NONE",
    ]);
  });

  it("is of the first row that has all that the model needs", () => {
    const row = (area: number | null, garden: number | null) => ({
      features: [area, garden, 18_500, 0, null, "town 7", "big"],
      prediction: 250_000,
    });
    // Some training rows had no garden, but all had an area.
    expect(inputOf(mixed([row(null, 5), row(80, null), row(90, 7)]))[0]).toBe("livingArea: 80");
  });

  it("does not round a value out of its domain", () => {
    const { table } = mixedFile();
    const fields = table.fields.map((field) =>
      field.name === "Living area"
        ? { ...field, constraints: { required: true, maximum: 0.1234567 } }
        : field,
    );
    const features = [0.1234567, null, 18_500, 0, null, "town 7", "big"];
    const changes = { table: { ...table, fields } };

    expect(inputOf(mixed([{ features, prediction: 1 }], changes))[0]).toBe("livingArea: 0.1234567");
    expect(inputOf(mixed([{ features: features.with(0, 0.1111111), prediction: 1 }], changes))[0]).toBe(
      "livingArea: 0.11111",
    );
  });

  it("has the columns that the API requires, though the model does not read them", () => {
    const file = mixedFile();
    const features = file.features.slice(1);
    const golden = [{ features: [5, 18_500, 1, "gas", "town 7", "none"], prediction: 1 }];
    const novelty = { columns: [], whitening: [], threshold: 1 };
    const lines = inputOf(mixed(golden, { features, novelty }));

    expect(lines.slice(0, 2)).toEqual(["livingArea: 1", "garden: 5"]);
  });
});
