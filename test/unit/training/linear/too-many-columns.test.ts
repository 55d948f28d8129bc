import { countColumns, refuseTooManyColumns } from "../../../../training/linear/too-many-columns";
import { refusalOf } from "../../../support/refusal";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const categories = (name: string, count: number) => ({
  name,
  type: "string",
  apiName: name.toLowerCase(),
  constraints: { enum: Array.from({ length: count }, (_, i) => `${name} ${i}`) },
});

describe("the columns of a linear model", () => {
  it("are one for each number and one for each category of the features to learn from", () => {
    const fields = [AREA, STYLE, ROOMS];

    expect(countColumns(trainingTable(fields, [], []))).toBe(4);
    expect(countColumns(trainingTable(fields, [], [], ["Style"]))).toBe(2);
  });

  it("may be 2500", () => {
    const fields = [categories("Town", 1000), categories("Street", 1000), categories("Kind", 499), AREA];

    expect(() => refuseTooManyColumns(trainingTable(fields, [], []))).not.toThrow();
  });

  it("are refused if they are more, with the feature of most categories", async () => {
    const fields = [AREA, categories("Street", 999), categories("Town", 1000), categories("Kind", 501)];
    const { code, message } = await refusalOf(() => refuseTooManyColumns(trainingTable(fields, [], [])));

    expect([code, message]).toEqual([
      "DATA_INVALID",
      'The table makes 2501 columns, one for each number and each category, but a linear model may have at most 2500: exclude features, such as "Town" with 1000 categories, with --features or --ignore.',
    ]);
  });
});
