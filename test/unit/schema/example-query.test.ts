import { parse, validate } from "graphql";
import { Model } from "../../../model/model";
import type { Table } from "../../../model/table/table";
import { buildSchema } from "../../../schema/build-schema";
import { exampleQueries } from "../../../schema/example-queries";
import { exampleInput, exampleInputFor, exampleQuery } from "../../../schema/example-query";
import { CALIFORNIA } from "../../support/california";
import { EVERY_TYPE, modelOf, tableOf } from "../../support/every-type";

jest.mock("../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../support/weights-kind").weights] };
});

const EVERY = tableOf(EVERY_TYPE);
const RATING = { name: "rating", type: "number", role: "target" };

const problemsOf = (query: string, table: Table) => validate(buildSchema(table), parse(query));

describe("an example input", () => {
  it("has the required features, with the examples of the table's schema", () => {
    expect(exampleInput(CALIFORNIA)).toBe("{ medInc: 3.5, aveRooms: 5.0, aveOccup: 2.0 }");
  });

  it("has, without examples in the schema, what is usual in the training rows of what the model reads", () => {
    expect(exampleInputFor(EVERY, modelOf(EVERY))).toBe(
      '{ area: 10.0, rooms: 10, built: 10, garden: true, sold: "1970-01-11", style: ST_ANNE_S, garage: TWO_CARS, place: "Place 109" }',
    );
  });

  it("has the median, or the mean if there are no quantiles", () => {
    const { file, sha256 } = modelOf(EVERY);
    const inputWith = (changes: object) => {
      const features = file.features.map((each) => (each.name === "Area" ? { ...each, ...changes } : each));
      return exampleInputFor(EVERY, new Model({ ...file, features }, sha256));
    };
    expect(inputWith({ mean: 12.5 })).toContain("area: 10.0,");
    expect(inputWith({ mean: 12.5, quantiles: [] })).toContain("area: 12.5,");
  });

  it("is valid where neither the schema nor a model tells anything", () => {
    expect(problemsOf(exampleQuery(EVERY), EVERY)).toEqual([]);
    expect(exampleInput(EVERY, () => true)).toBe(
      '{ area: 1.0, rooms: 1, built: 1800, garden: false, sold: "2000-01-01", style: TERRACE, garage: NONE, place: "Place 0" }',
    );
  });
});

describe("the example queries", () => {
  it.each<[string, Table]>([
    ["the table that ships with the project", CALIFORNIA],
    ["a table with every type", EVERY],
    ["a table without a currency", tableOf(EVERY_TYPE, RATING)],
  ])("are valid for %s", (_, table) => {
    expect(problemsOf(exampleQuery(table), table)).toEqual([]);
    expect(problemsOf(exampleQueries(table), table)).toEqual([]);
  });
});
