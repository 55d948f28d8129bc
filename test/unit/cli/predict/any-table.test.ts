import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type PredictionJob, predictFile } from "../../../../cli/predict/predict-file";
import { Model } from "../../../../model/model";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { writeCsv } from "../../../support/housing-csv";
import { mixedFile } from "../../../support/mixed-model";
import { refusalOf } from "../../../support/refusal";

jest.mock("../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../model/estimators/kinds");
  const { constant } = jest.requireActual("../../../support/constant-kind");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, constant] };
});

const HEADER = "Living area,garden,Sold,lift,Heating,town,Pool";
const GOOD = "10,10,25/08/2020,True,gas,town 7,big";

/** Scores rows by a model of a table with a column of every kind, the way the command does it. */
async function score(lines: readonly string[], changes: Partial<PredictionJob> = {}, table = {}) {
  const file = mixedFile();
  const catalogue = new ModelCatalogue([new Model({ ...file, table: { ...file.table, ...table } }, "0")]);
  const input = await writeCsv(lines);
  const [output, rejects] = ["out.csv", "rejects.csv"].map((name) => join(dirname(input), name));
  const job = {
    input,
    output,
    rejects,
    selection: undefined,
    coverage: undefined,
    warnings: true,
    ...changes,
  };
  const summary = await predictFile(job, catalogue, new AbortController().signal);
  const linesOf = async (path: string) => (await readFile(path, "utf8")).trimEnd().split("\n");
  return { summary, out: await linesOf(output), rejected: await linesOf(rejects) };
}

const PRICE = "250000,250000";

describe("when a file is of any table", () => {
  it("reads dates, booleans and categories, and names amounts by the currency", async () => {
    const { out, summary } = await score([HEADER, GOOD], { coverage: 0.5 });
    expect(out[0]).toBe(
      `${HEADER},predictedHousePrice,predictedHousePriceEur,lower,lowerEur,upper,upperEur,warnings,model`,
    );
    expect(out[1]).toMatch(/^10,10,25\/08\/2020,True,gas,town 7,big,250000,250000,(\d+[.\d]*,){4},mixed@1$/);
    expect(summary).toMatchObject({ model: "mixed@1", predicted: 1, warnings: "no row has warnings" });
  });

  it("takes missing values that training knew, and warns of them", async () => {
    const { out, summary } = await score([HEADER, "10,,25/08/2020,True,,town 7,"]);
    expect(out[1]).toMatch(`,${PRICE},FEATURE_MISSING(garden);FEATURE_MISSING(heating),mixed@1`);
    expect(summary.warnings).toBe("1 row has warnings: FEATURE_MISSING 1 (garden 1, heating 1)");
  });

  it("takes files without the columns that may be missing", async () => {
    const { out } = await score(["livingArea,sold,lift,town", "10,25/08/2020,0,town 7"]);
    expect(out[1]).toContain(`,${PRICE},FEATURE_MISSING(garden);FEATURE_MISSING(heating),mixed@1`);
  });

  it("warns of a text that is none of many categories, and of a category without training rows", async () => {
    const { out } = await score([HEADER, "10,10,25/08/2020,True,coal,Atlantis,big"]);
    expect(out[1]).toContain("UNKNOWN_CATEGORY(heating);UNKNOWN_CATEGORY(town),mixed@1");
  });

  it("rejects what the API rejects, with reasons in the table's own words", async () => {
    const bad = [
      "10,10,25/08/2020,True,wood,town 7,big",
      "10,10,2020-08-25,True,gas,town 7,big",
      "10,10,25/08/2020,yes,gas,town 7,big",
      "10,10,25/08/2020,,gas,,big",
      "0,10,25/08/2020,True,gas,town 7,big",
    ];
    const { rejected, summary } = await score([HEADER, GOOD, ...bad]);
    expect(summary).toMatchObject({ predicted: 1, rejected: 5 });
    expect(rejected.slice(1).map((line) => line.replace(/^\d+,(".*?"|[^,]*),.*$/, "$1"))).toEqual([
      '"Heating is not one of coal, gas, oil: ""wood"""',
      '"Sold is not a date in the format %d/%m/%Y: ""2020-08-25"""',
      '"lift is not true or false: ""yes"""',
      "lift is empty; town is empty",
      '"Living area must be a finite number, greater than 0; it is 0"',
    ]);
  });

  it("reads and writes the delimiter of the table", async () => {
    const lines = [HEADER, GOOD, "0,1,,,,,"].map((line) => line.replaceAll(",", ";"));
    const { out, rejected } = await score(lines, {}, { dialect: { delimiter: ";" } });
    expect(out[0]).toBe(`${lines[0]};predictedHousePrice;predictedHousePriceEur;warnings;model`);
    expect(out[1]).toBe(`${lines[1]};250000;250000;;mixed@1`);
    expect(rejected[0]).toBe(`line;reason;${lines[0]}`);
    const missing = await score(
      ["livingArea;sold;lift;town", "10;25/08/2020;0;town 7"],
      {},
      { dialect: { delimiter: ";" } },
    );
    expect(missing.out[1]).toContain(';"FEATURE_MISSING(garden);FEATURE_MISSING(heating)";mixed@1');
  });

  it("refuses another delimiter, and a file without a needed column", async () => {
    const semicolons = await refusalOf(() => score([HEADER.replaceAll(",", ";"), ""]));
    expect(semicolons.message).toContain('separates its cells with semicolons (";"): use commas');
    const commas = await refusalOf(() => score([HEADER, GOOD], {}, { dialect: { delimiter: ";" } }));
    expect(commas.message).toContain(
      'separates its cells with commas (","): use semicolons (";"), as the table schema',
    );
    const lacking = await refusalOf(() => score(["Living area,Sold,lift,Heating", "1,2,3,4"]));
    expect(lacking.message).toContain("has no column Town, which mixed@1 needs");
  });
});
