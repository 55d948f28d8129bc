import { parse, buildSchema as parseSchema, validate } from "graphql";
import { printSortedSchema } from "../../../schema/build-schema";
import { curlText, graphqlText, typescriptText } from "../../../web/query/query-text";
import { CALIFORNIA } from "../../support/california";
import { columnOf } from "./columns";

const USD = {
  label: "price",
  unit: "100,000 US dollars",
  currency: "USD",
  scale: 100_000,
  description: "Price.",
};
const HOUSE = { medInc: 3.5, aveRooms: 5, aveOccup: 2, latitude: null };
const QUESTION = { house: HOUSE, model: { name: "linear", version: 2 }, coverage: 0.8 };
const COLUMNS = Object.keys(HOUSE).map((apiName) => columnOf({ apiName }));
const SCHEMA = parseSchema(printSortedSchema(CALIFORNIA));

describe("the query behind a price", () => {
  it("is one that the server accepts, with the values written into it", () => {
    const text = graphqlText(QUESTION, COLUMNS, USD);
    expect(validate(SCHEMA, parse(text))).toEqual([]);
    expect(text).toContain("input: { medInc: 3.5, aveRooms: 5, aveOccup: 2 }");
    expect(text).toContain("predictedHousePriceUsd");
  });

  it("has no amounts of money where the table has no currency", () => {
    expect(graphqlText(QUESTION, COLUMNS, { ...USD, currency: null })).toContain(
      "{\n    predictedHousePrice\n",
    );
  });

  it("writes values of an enum without quotes, and texts with them", () => {
    const columns = [
      columnOf({ apiName: "kind", categories: [{ text: "flat", enumValue: "FLAT" }] }),
      columnOf({ apiName: "street", categories: [{ text: 'Saint "Anne"' }] }),
      columnOf({ apiName: "garage", type: "BOOLEAN" }),
    ];
    const house = { kind: "FLAT", street: 'Saint "Anne"', garage: true };
    const text = graphqlText({ ...QUESTION, house }, columns, USD);
    expect(text).toContain('input: { kind: FLAT, street: "Saint \\"Anne\\"", garage: true }');
  });

  it("is a line for a shell, whatever the texts in it", () => {
    const text = curlText("http://localhost/graphql", false, '{ street(name: "Anne\'s") }');
    expect(text).toContain(`-d '{"query":"{ street(name: \\"Anne'\\''s\\") }"}'`);
    expect(curlText("http://localhost/graphql", true, "{ x }")).toContain("x-api-key: YOUR_KEY");
  });

  it("is a program with the values as variables", () => {
    const text = typescriptText("http://localhost/graphql", false, QUESTION, USD);
    const query = /`([^`]+)`/.exec(text)?.[1] ?? "";
    expect(validate(SCHEMA, parse(query))).toEqual([]);
    expect(text).toContain('"medInc": 3.5');
    expect(text).not.toContain("latitude");
  });
});
