import { parseModelFile } from "../../../../model/file/format";
import { committedFile } from "../../../support/committed-models";

const file = committedFile(1);
const { table, novelty } = file;

const problemOf = (changes: object) => {
  const parsed = parseModelFile({ ...file, ...changes });
  return parsed.ok ? undefined : parsed.problem;
};

const withFields = (...fields: object[]) => ({ table: { ...table, fields: [...table.fields, ...fields] } });
const town = (count: number) => ({
  name: "Town",
  type: "string",
  constraints: { enum: Array.from({ length: count }, (_, i) => `town ${i}`) },
});

describe("the table in a model file", () => {
  it("may have columns that the model does not read", () => {
    expect(problemOf(withFields(town(1000), { name: "Sold", type: "date" }))).toBeUndefined();
  });

  it.each([
    ["more categories than a column may have", withFields(town(1001)), "Expected at most 1000 items"],
    [
      "more columns than a table may have",
      withFields(...Array.from({ length: 1000 }, (_, i) => ({ name: `c${i}`, type: "number" }))),
      "Expected at most 1000 items",
    ],
    [
      "a category that is too long",
      withFields({ ...town(1), constraints: { enum: ["x".repeat(201)] } }),
      "length",
    ],
    ["two columns of one name", withFields(town(1), town(2)), 'two columns have the name "Town"'],
    [
      "categories that are not listed",
      withFields({ name: "Town", type: "string" }),
      "Expected an enum of categories",
    ],
    ["a pattern of dates that is none", withFields({ name: "Sold", type: "date", format: "%Q" }), "%Q"],
    [
      "novelty of more columns than a row can be compared by",
      { novelty: { ...novelty, columns: Array<string>(51).fill("MedInc") } },
      "Expected at most 50 items",
    ],
    [
      "novelty of a feature that is not read",
      { novelty: { ...novelty, columns: ["HouseAge"] } },
      "Expected novelty statistics of",
    ],
  ])("is refused where it has %s", (_, changes, problem) => {
    expect(problemOf(changes)).toContain(problem);
  });
});
