import { columnsOf } from "../../../model/table/table-column";
import { checkTableSchema } from "../../../model/table/table-schema";
import { LearnedCategories, withEnums } from "../../../training/learned-categories";
import { refusalOf } from "../../support/refusal";

const schemaOf = (field: object = {}) =>
  checkTableSchema(
    {
      name: "houses",
      fields: [
        { name: "Style", type: "string", apiName: "style", ...field },
        { name: "price", type: "number", role: "target" },
      ],
    },
    "a test's table",
  );

const learn = (cells: readonly string[], field?: object) => {
  const learned = new LearnedCategories(columnsOf(schemaOf(field))[0]);
  return { learned, values: cells.map((cell) => learned.column.type.parse(cell)) };
};

describe("categories that are learned from the rows", () => {
  it("are numbered as they appear, and then sorted", () => {
    const { learned, values } = learn(["villa", " flat ", "villa", "house"]);

    expect(values).toEqual([0, 1, 0, 2]);
    expect(learned.sorted).toEqual(["flat", "house", "villa"]);
    expect(learned.sortValues(values)).toEqual([2, 0, 2, 1]);
    expect(learned.sortValues([Number.NaN, 1])).toEqual([Number.NaN, 0]);
  });

  it("have no number where a cell is missing, unless a category stands for it", () => {
    expect(learn(["", "NA", "flat"], { missingValues: ["", "NA"] }).values).toEqual([
      Number.NaN,
      Number.NaN,
      0,
    ]);
    const { learned, values } = learn(["", "NA", "flat"], {
      missingValues: ["", "NA"],
      missingCategory: "none",
    });

    expect([values, learned.sorted]).toEqual([
      [0, 0, 1],
      ["flat", "none"],
    ]);
  });

  it("have at most two hundred characters", () => {
    const { learned, values } = learn(["x".repeat(200), "x".repeat(201)]);

    expect(values).toEqual([0, Number.NaN]);
    expect(learned.column.type.name).toBe("a category of at most 200 characters");
  });

  it("are a thousand at most", async () => {
    const cells = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`);
    expect(() => learn(cells(1000)).learned.refuseTooMany("houses.csv")).not.toThrow();
    const { learned } = learn(cells(5000));
    const { code, message } = await refusalOf(() => learned.refuseTooMany("houses.csv"));

    expect(learned.sorted).toHaveLength(1001);
    expect([code, message]).toEqual([
      "DATA_INVALID",
      'houses.csv: column "Style" has more than 1000 different texts, which is too many for categories: give it the role "ignored" in the schema.',
    ]);
  });
});

describe("a schema with learned categories", () => {
  it("lists them beside what else it requires of the column", () => {
    const schema = schemaOf({ constraints: { required: true } });
    const learned = new LearnedCategories(columnsOf(schema)[0]);
    learned.column.type.parse("b");
    learned.column.type.parse("a");

    expect(withEnums(schema, [learned]).fields).toEqual([
      { name: "Style", type: "string", apiName: "style", constraints: { required: true, enum: ["a", "b"] } },
      { name: "price", type: "number", role: "target" },
    ]);
  });

  it("is the same where a column had no texts, or none were learned", () => {
    const schema = schemaOf();

    expect(withEnums(schema, [])).toEqual(schema);
    expect(withEnums(schema, [learn([""]).learned])).toEqual(schema);
  });
});
