import type { Field } from "../../../../model/table/schema-format";
import { columnsOf } from "../../../../model/table/table-column";
import { checkTableSchema } from "../../../../model/table/table-schema";
import type { DescribeOptions } from "../../../../training/describe/options";
import { cycle, describeText, refusalOfText, tableOf } from "../../../support/describing";

/** The field that is inferred of a column of cells. */
async function fieldOf(
  name: string,
  cells: readonly string[],
  options: Partial<DescribeOptions> = {},
  delimiter = ",",
): Promise<Field> {
  const { schema } = await describeText(tableOf(name, cells, delimiter), options);
  return schema.fields[0];
}

const letters = "abcdefghijklmnopqrstuvwxyz".split("");
const warningsOf = async (text: string, options: Partial<DescribeOptions> = {}) =>
  (await describeText(text, { currency: "EUR", ...options })).warnings.join("\n");

describe("the type of a column", () => {
  it.each<[what: string, cells: readonly string[], field: Partial<Field>]>([
    ["decimal numbers", ["1.5", "2", "30.25"], { type: "number" }],
    ["whole numbers", ["1", "2", "30"], { type: "integer" }],
    ["whole numbers that GraphQL's Int cannot hold", ["3000000000", "1200000000", "7"], { type: "number" }],
    ["numbers that are all whole, but written with decimals", ["1.0", "2.0"], { type: "number" }],
    ["negative numbers", ["-1.5", "2"], { type: "number", constraints: { required: true } }],
    ["numbers in exponents", ["1e5", "2.5E-3"], { type: "number" }],
    ["amounts", ['"$1,200.50"', "$900"], { type: "number", groupChar: ",", bareNumber: false }],
    ["quantities", ["85 m²", "7.5 m²"], { type: "number", bareNumber: false, unit: "m²" }],
    ["groups of digits", ["1 234 567", "12"], { type: "integer", groupChar: " " }],
    ["true and false", ["true", "FALSE"], { type: "boolean" }],
    ["yes and no", ["Y", "N"], { type: "string" }],
    ["0 and 1", ["0", "1"], { type: "integer" }],
    ["codes with leading zeros", ["020", "105", "060"], { type: "string" }],
    ["dates", ["2014-10-13", "2015-02-01"], { type: "date" }],
    ["dates with the day first", ["13/10/2014", "01/02/2015"], { type: "date", format: "%d/%m/%Y" }],
    ["dates with the month first", ["10/13/2014", "01/02/2015"], { type: "date", format: "%m/%d/%Y" }],
    ["dates with points", ["01.02.2015", "03.04.2016"], { type: "date", format: "%d.%m.%Y" }],
    ["dates in words", ["3 Sep 2016", "12 Oct 2016"], { type: "date", format: "%d %b %Y" }],
    ["dates of eight digits", ["20141013", "20150201"], { type: "date", format: "%Y%m%d" }],
    [
      "times",
      ["2014-10-13T08:15:00Z", "2015-02-01T08:15:00Z"],
      { type: "date", format: "%Y-%m-%dT%H:%M:%S%z" },
    ],
    ["texts that repeat", ["flat", "house"], { type: "string" }],
  ])("of %s", async (_what, cells, field) => {
    expect(await fieldOf("x", cycle(cells))).toMatchObject(field);
  });

  it.each(["zipcode", "Postcode", "PLZ", "zip_code", "ZIP5"])("of %s is a category", async (name) => {
    expect(await fieldOf(name, cycle(["98001", "98178"]))).toMatchObject({
      type: "string",
      constraints: { enum: ["98001", "98178"] },
    });
  });

  it.each([
    ["Year Built", ["1999", "2005"], "year"],
    ["yr_sold", ["1999", "2005"], "year"],
    ["yr_renovated", ["0", "2005"], "integer"],
    ["built-up area", ["1999", "2005"], "integer"],
  ])("of %s with %j is %s", async (name, cells, type) => {
    expect((await fieldOf(name, cycle(cells))).type).toBe(type);
  });

  it("is a category where the user says so", async () => {
    const field = await fieldOf("class", cycle(["20", "30"]), { categories: ["class"] });
    expect(field).toMatchObject({ type: "string", constraints: { enum: ["20", "30"] } });
  });
});

describe("missing values", () => {
  it("are the usual words and empty cells in a column of numbers", async () => {
    const cells = cycle(["1.5", "NA", "", "n/a", "?", "null", "-", "2"]);
    const { type, missingValues, constraints } = await fieldOf("x", cells);
    expect({ type, missingValues, constraints }).toEqual({
      type: "number",
      missingValues: ["", "-", "?", "NA", "n/a", "null"],
      constraints: { minimum: 0 },
    });
  });

  it("are one category in a column of texts, under their commonest word", async () => {
    const field = await fieldOf("x", [...cycle(["NA", "a", "NA", ""]), "null", "None", "unknown"]);
    expect(field).toMatchObject({
      missingValues: ["", "NA", "null"],
      missingCategory: "NA",
      constraints: { enum: ["NA", "None", "a", "unknown"] },
    });
    expect(field.constraints).not.toHaveProperty("required");
  });

  it("are the empty text in a column of texts that has empty cells alone", async () => {
    expect(await fieldOf("x", cycle(["", "a", "b"]))).toMatchObject({
      missingCategory: "",
      constraints: { enum: ["", "a", "b"] },
    });
  });

  it("are also what the user says", async () => {
    const field = await fieldOf("x", cycle(["1", "-999", "2"]), { missing: ["-999"] });
    expect(field).toMatchObject({ missingValues: ["", "-999"], constraints: { minimum: 0 } });
  });
});

describe("when a file is written in another country", () => {
  const german = `\uFEFFOrt;Wohnfläche (m²);price\r\n${cycle(["A;85,5;1.250.000,50", "B;120;890.000", '"C; D";70,25;450.000,00']).join("\r\n")}\r\n`;

  it("reads semicolons, decimal commas and thousands separators", async () => {
    const { schema } = await describeText(german);
    expect(schema).toMatchObject({
      dialect: { delimiter: ";" },
      fields: [
        { type: "string", apiName: "ort", constraints: { enum: ["A", "B", "C; D"] } },
        { type: "number", apiName: "wohnflache", decimalChar: ",", unit: "m²" },
        { type: "number", decimalChar: ",", groupChar: "." },
      ],
    });
    const [, area, price] = columnsOf(schema);
    expect([area.type.parse("85,5"), price.type.parse("1.250.000,50")]).toEqual([85.5, 1_250_000.5]);
  });

  it.each(["\r", "\n", "\r\n", "\n\n"])("reads lines that end in %j", async (ending) => {
    const { rows } = await describeText(german.replaceAll("\r\n", ending));
    expect(rows).toBe(120);
  });

  it.each(["\t", "|", ";"])("finds the delimiter %j", async (delimiter) => {
    const { schema } = await describeText(tableOf("x", cycle(["1,5", "2,5"]), delimiter));
    expect(schema.dialect).toEqual({ delimiter });
  });

  it("reads line breaks in quotes", async () => {
    const cells = cycle(['"two\nlines"', '"one, line"']);
    expect(await fieldOf("x", cells)).toMatchObject({ constraints: { enum: ["one, line", "two\nlines"] } });
  });
});

describe("where the data cannot tell", () => {
  const dates = cycle(["3/4/2016", "5/5/2016"]);
  const amounts = cycle(['"1,234"', '"5,678"']);

  it("asks for the order of day and month, and takes the answer", async () => {
    expect(await refusalOfText(tableOf("sold", dates))).toBe(
      'DATA_AMBIGUOUS: houses.csv, line 2, column "sold": "3/4/2016" may be day/month/year (--dates dmy) or month/day/year (--dates mdy), and no cell in the file tells which: add the right option.',
    );
    expect(await fieldOf("sold", dates, { dayFirst: false })).toMatchObject({ format: "%m/%d/%Y" });
    expect(await fieldOf("sold", dates, { dayFirst: true })).toMatchObject({ format: "%d/%m/%Y" });
  });

  it("asks for the sign before decimals, and takes the answer", async () => {
    expect(await refusalOfText(tableOf("area", amounts))).toMatch(
      /^DATA_AMBIGUOUS: houses\.csv, line 2, column "area": "1,234" may be 1\.234 \(--decimal comma\) or 1234 \(--decimal point\)/,
    );
    expect(await fieldOf("area", amounts, { decimalChar: "." })).toMatchObject({
      type: "integer",
      groupChar: ",",
    });
    expect(await fieldOf("area", amounts, { decimalChar: "," })).toMatchObject({
      type: "number",
      decimalChar: ",",
    });
  });

  it("does not ask where another column tells", async () => {
    const lines = cycle(["3/4/2016,13/1/2016,1.5", "5/6/2016,1/2/2016,2.5"]).map((line, i) => `${line},${i}`);
    const { schema } = await describeText(`a,b,c,price\n${lines.join("\n")}\n`);
    expect(schema.fields[0]).toMatchObject({ format: "%d/%m/%Y" });
  });

  it("does not ask about a column that is left out", async () => {
    expect(await fieldOf("sold", dates, { ignored: ["sold"] })).toMatchObject({ role: "ignored" });
  });
});

describe("a location", () => {
  it.each([
    ["lat", "lng"],
    ["Lattitude", "Longtitude"],
    ["LATITUDE", "Longitude"],
    ["Geo Lat", "Geo Lon"],
    ["latitud", "longitud"],
    ["lat", "long"],
  ])("is found in %s and %s", async (south, east) => {
    const lines = cycle(["-37.8,144.9,5", "-37.7,145.1,9"]);
    const { schema } = await describeText(`${south},${east},price\n${lines.join("\n")}\n`);
    expect(schema.fields.map(({ role }) => role)).toEqual(["latitude", "longitude", "target"]);
    expect(schema.fields[0]).toMatchObject({ unit: "degrees", constraints: { minimum: -90, maximum: 90 } });
  });

  it("is none where one half is missing, or the two are exchanged", async () => {
    expect(await warningsOf(tableOf("lat", cycle(["1.5", "2.5"])))).toContain(
      '"lat" looks like one half of a location, but there is no longitude.',
    );
    const lines = cycle(["144.9,-37.8,5", "145.1,-37.7,9"]);
    expect(await warningsOf(`lat,lon,price\n${lines.join("\n")}\n`)).toContain("they seem to be swapped");
  });

  it("is not a column whose name only begins alike", async () => {
    const lines = cycle(["1.5,3.5,5", "2.5,1.5,9"]);
    const { schema } = await describeText(`latency,lonely,price\n${lines.join("\n")}\n`);
    expect(schema.fields.map(({ role }) => role)).toEqual([undefined, undefined, "target"]);
  });
});

describe("a column is left out, with its reason", () => {
  it.each<[what: string, name: string, cells: readonly string[], reason: string]>([
    [
      "that counts the rows",
      "Unnamed: 0",
      Array.from({ length: 60 }, (_, i) => String(i)),
      "it numbers the rows",
    ],
    [
      "without a name that counts the rows",
      "",
      Array.from({ length: 60 }, (_, i) => String(i + 1)),
      "it numbers the rows",
    ],
    [
      "with identifiers",
      "id",
      Array.from({ length: 60 }, (_, i) => String((i * 7919) % 997)),
      "it identifies the row",
    ],
    [
      "with large numbers of rows",
      "folio",
      Array.from({ length: 60 }, (_, i) => String(3e8 + ((i * 7919) % 997))),
      "it looks like an identifier of the row",
    ],
    ["with one value", "state", cycle(["CA"]), "it has the same value in every row"],
    ["with one number", "year", cycle(["2015", "2015"]), "it has the same value in every row"],
    ["of empty cells", "notes", cycle([""]), "every cell is empty"],
    [
      "with addresses",
      "address",
      Array.from({ length: 60 }, (_, i) => `${i} High Street`),
      "it is free text or an address: 60 different texts in 60 cells",
    ],
    [
      "with numbers and texts",
      "size",
      Array.from({ length: 60 }, (_, i) => (i % 4 === 1 ? `about ${i}` : `${i}.5`)),
      'it mixes numbers (75 % of its cells) with texts, such as "about 1" in line 3',
    ],
    [
      "with free text",
      "text",
      ["x".repeat(40_000), ...cycle(["y"])],
      "it is free text: a cell in line 2 has 40000 characters, but a category may have at most 200",
    ],
  ])("%s", async (_what, name, cells, reason) => {
    expect(await fieldOf(name, cells)).toMatchObject({ role: "ignored", reason });
  });

  it("that the user leaves out", async () => {
    expect(await fieldOf("x", cycle(["1", "2"]), { ignored: ["x"] })).toMatchObject({
      reason: "excluded by you",
    });
  });
});

describe("what is odd is said", () => {
  const prices = Array.from({ length: 200 }, (_, i) => 100_000 + 511 * ((i * 37) % 199));
  const table = (name: string, cell: (price: number, i: number) => string | number) =>
    `${name},floor,price\n${prices.map((price, i) => `${cell(price, i)},${i % 3},${price}`).join("\n")}\n`;

  it("of a column that gives the target away", async () => {
    const text = table("assessed", (price, i) => price * (0.97 + (i % 3) / 100));
    expect(await warningsOf(text)).toMatch(
      /^"assessed" reveals "price" \(rank correlation 0\.99\d\): if it is not known .* exclude it with --ignore "assessed"\.$/,
    );
    expect(await warningsOf(text, { ignored: ["assessed"] })).toBe("");
  });

  it("of a column whose name speaks of the price, though it tells less", async () => {
    const text = table("price_per_m2", (_price, i) => (i * 17) % 23);
    expect(await warningsOf(text)).toContain('"price_per_m2" has a name similar to "price"');
  });

  it("of one value far from all others", async () => {
    expect(await warningsOf(table("bedrooms", (_, i) => (i === 7 ? 33 : 1 + (i % 5))))).toContain(
      '"bedrooms" is 33 in line 9, and at most 5 in the other rows',
    );
    expect(await warningsOf(table("year built", (_, i) => (i === 7 ? 1196 : 1900 + (i % 90))))).toContain(
      '"year built" is 1196 in some rows',
    );
  });

  it("of zeros among years", async () => {
    expect(await warningsOf(table("yr_renovated", (_, i) => (i % 3 ? 0 : 1990 + (i % 7))))).toContain(
      '"yr_renovated" is 0 in 133 rows, and a year in the others',
    );
  });

  it("of prices that are cut off", async () => {
    const text = table("x", (_, i) => i % 7).replaceAll(/,(19|20)\d{4}$/gm, ",200001");
    expect(await warningsOf(text)).toMatch(/"price" is 200001, its largest value, in \d+ rows/);
  });

  it("of few rows, and of a currency that is not known", async () => {
    const { warnings } = await describeText(tableOf("x", cycle(["1", "2"], 20)));
    expect(warnings).toEqual([
      expect.stringContaining("There are only 20 rows"),
      expect.stringContaining("--currency"),
    ]);
  });
});

describe("the target", () => {
  const text = tableOf("Living Area", cycle(["85.5", "70"]));

  it("is found by its exact name, and a name that is nearly one is proposed", async () => {
    expect(await refusalOfText(text, { target: "Price" })).toBe(
      'COLUMNS_MISSING: houses.csv has no column "Price", which --target names. Did you mean "price"? Upper and lower case differ.',
    );
    expect(await refusalOfText(text, { target: "living_area" })).toContain('Did you mean "Living Area"?');
    expect(await refusalOfText(text, { target: "cost" })).toContain(
      'Its columns are "Living Area", "floor", "price".',
    );
    expect(await refusalOfText(text, { ignored: ["area"] })).toContain("which --ignore names");
  });

  it("cannot be left out, or be of categories", async () => {
    expect(await refusalOfText(text, { ignored: ["price"] })).toBe(
      'OPTION_INVALID: --ignore names "price", which is the target.',
    );
    expect(await refusalOfText(text, { categories: ["price"] })).toContain("--categories names");
  });

  it("is not enough", async () => {
    expect(await refusalOfText("state,price\nCA,1\nCA,2\n")).toContain("there are no features");
    expect(await refusalOfText(text, { ignored: ["Living Area", "floor"] })).toContain(
      "there are no features",
    );
  });

  it("has a currency where its cells, its name or the user tell it", async () => {
    const currencyOf = async (content: string, target: string, currency?: string) => {
      const { schema } = await describeText(content, { target, currency });
      return schema.fields.map((field) => [field.currency, field.unit])[2];
    };
    const named = (name: string) => text.replace("price", name);
    const euros = text.replaceAll(/,(\d+)$/gm, ",$1 €");
    expect(await currencyOf(euros, "price")).toEqual(["EUR", "euros"]);
    expect(await currencyOf(named("price_usd"), "price_usd")).toEqual(["USD", "US dollars"]);
    expect(await currencyOf(named("Preis (€)"), "Preis (€)")).toEqual(["EUR", "euros"]);
    expect(await currencyOf(text, "price", "AUD")).toEqual(["AUD", "Australian dollars"]);
    expect(await currencyOf(text, "price")).toEqual([undefined, undefined]);
  });

  it.each([
    [
      "is text",
      "x,price\n1,cheap\n2,dear\n",
      'houses.csv: line 2, column "price": "cheap" is not a number, but the target must be numeric',
    ],
    [
      "is constant",
      tableOf("x", cycle(["1", "2"])).replaceAll(/,\d+$/gm, ",5"),
      'houses.csv: column "price" is the target, but is 5 in all 120 rows',
    ],
    [
      "is empty throughout",
      "x,price\n1,\n2,\n",
      'houses.csv: column "price" is the target, but has no value in any row',
    ],
    [
      "is missing in a row",
      tableOf("x", cycle(["1", "2"])).replace(/,\d+$/m, ",NA"),
      'line 2, column "price": "NA" is empty',
    ],
  ])("is refused where it %s", async (_what, content, message) => {
    const refusal = await refusalOfText(content);
    expect(refusal).toMatch(/^DATA_INVALID: /);
    expect(refusal).toContain(message);
  });
});

describe("a table of unusual size", () => {
  const row = (i: number, columns: number, cell: (j: number) => string) =>
    [...Array.from({ length: columns }, (_, j) => cell(j)), String(1000 + ((i * 37) % 101))].join(",");
  const table = (rows: number, columns: number, cell: (i: number, j: number) => string) => {
    const head = [...Array.from({ length: columns }, (_, j) => `c${j}`), "price"].join(",");
    return [head, ...Array.from({ length: rows }, (_, i) => row(i, columns, (j) => cell(i, j)))].join("\n");
  };

  it("has 150 columns", async () => {
    const { schema, columns } = await describeText(
      table(300, 149, (i, j) => String((i * (1 + (j % 16))) % 17)),
    );
    expect(columns).toHaveLength(150);
    expect(schema.fields.filter(({ role }) => role === "ignored")).toEqual([]);
  });

  it("has 40 columns of 60 categories in 300 rows", async () => {
    const { schema } = await describeText(table(300, 40, (i, j) => `k${(i * (j + 1)) % 61}`));
    for (const { type, constraints } of schema.fields.slice(0, -1)) {
      expect(type).toBe("string");
      expect(constraints?.enum?.length).toBe(61);
    }
  });

  it("has categories that are words of a program", async () => {
    const words = ["true", "null", "__proto__", "1st", "", "constructor", "'; DROP TABLE", "\u001b[31m"];
    const { schema } = await describeText(tableOf("x", cycle(words)));
    expect(schema.fields[0]).toMatchObject({
      type: "string",
      missingCategory: "null",
      missingValues: ["", "null"],
    });
    const [column] = columnsOf(checkTableSchema(JSON.parse(JSON.stringify(schema)), "t"));
    const positions = words.map((word) => column.type.parse(word));
    expect(positions.every((position) => position >= 0)).toBe(true);
    expect(positions[1]).toBe(positions[4]);
    expect(new Set(positions).size).toBe(words.length - 1);
  });

  it("has columns with names of any kind", async () => {
    const names = ["__proto__", "constructor", "toString", "1st", "Price", "price "];
    const lines = cycle(letters.map((letter, i) => `${letter},${i % 3},${i % 5},${i % 7},${i % 2},${i}`));
    const content = `${names.join(",")}\n${lines.join("\n")}\n`;
    const { schema } = await describeText(content);
    expect(schema.fields.map(({ apiName }) => apiName)).toEqual([
      "proto",
      "constructor_",
      "toString_",
      "first",
      "price2",
      "price",
    ]);
  });
});
