import { CALIFORNIA } from "../support/california";
import { loadHousing } from "../support/housing-table";
import "reflect-metadata";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { type GraphQLSchema, graphql } from "graphql";
import { predictFile } from "../../cli/predict/predict-file";
import { HousePriceError } from "../../model/errors";
import type { Model } from "../../model/model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { buildSchema } from "../../schema/build-schema";
import { evaluateSaved } from "../../training/evaluate-saved";
import { committedModels } from "../support/committed-models";
import { temporaryDirectory } from "../support/temporary-directory";

const NEEDED = ["MedInc", "AveRooms", "AveOccup"];

let model: Model;
let catalogue: ModelCatalogue;
let schema: GraphQLSchema;
let directory: string;

beforeAll(async () => {
  catalogue = new ModelCatalogue(await committedModels());
  const found = catalogue.models.find(({ id }) => id === "linear@1");
  if (!found) throw new Error("There is no linear@1.");
  model = found;
  schema = buildSchema(CALIFORNIA);
  directory = await temporaryDirectory();
});

/** Cells as files have them: most are good; the others are of every kind that some reader takes for a number. */
const goodCell = fc.oneof(
  fc.double({ min: 0.1, max: 80, noNaN: true }).map(String),
  fc.constantFrom("3", "+8.3", " 5.5 ", "\u00a07", "\t2", "4.", ".5", "1e1", "0080", '" 6"', '"6"'),
);
const oddCell = fc.constantFrom(
  ...[
    "",
    " ",
    '""',
    "-5",
    "0",
    "-0",
    "91",
    "181",
    "999",
    "1e60",
    "1.1e60",
    "1e308",
    "1e999",
    "-1e70",
    "1e-400",
  ],
  ...[
    "NaN",
    "Infinity",
    "0x10",
    "1_000",
    '"1,000"',
    "1 000",
    "n/a",
    "NULL",
    "true",
    "3,5",
    '"3,5"',
    '3"',
    '"3"4',
  ],
  ...[
    "−5",
    "٣",
    "8.3\u00a0USD",
    "\u001b[2J",
    "9".repeat(400),
    `${"9".repeat(400)}x`,
    "1e",
    "--1",
    "__proto__",
  ],
);
const cell = fc.oneof({ weight: 20, arbitrary: goodCell }, { weight: 1, arbitrary: oddCell });
const row = fc.array(cell, { minLength: CALIFORNIA.width, maxLength: CALIFORNIA.width });
/** A target is needed to train; it is good, since the API knows none. */
const goodLine = row.map((cells) => [...cells, "1.5"].join(","));
const oddLine = fc.oneof(
  goodLine.map((line) => `${line},`),
  goodLine.map((line) => line.slice(line.indexOf(",") + 1)),
  fc.constantFrom("<<<<<<< HEAD", "=======", ",,,,,,,,", "'", "total"),
);
const blankLine = fc.constantFrom("", " ", "\t\u00a0");
const line = fc.oneof(
  { weight: 8, arbitrary: goodLine },
  { weight: 1, arbitrary: oddLine },
  { weight: 1, arbitrary: blankLine },
);

const names = [...CALIFORNIA.features.map(({ name }) => name), CALIFORNIA.target.name];
const header = fc.constantFrom(
  names.join(","),
  names.join(", "),
  names.map((name) => `"${name}"`).join(","),
  names.map((name) => ` "${name}"`).join(" ,"),
  [...CALIFORNIA.features.map(({ apiName }) => apiName), CALIFORNIA.target.name].join("\u00a0,"),
);
const file = fc.record({
  mark: fc.constantFrom("", "\uFEFF"),
  header,
  // No more than a refusal lists. (A quote alone in a cell could join two lines; test/unit/model/table/csv-records.test.ts has those.)
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  ending: fc.constantFrom("\n", "\r\n", "\r"),
  isEnded: fc.boolean(),
});

/** Numbers of the lines that a refusal lists; none where nothing is refused. */
async function refusedLines(read: () => Promise<unknown>): Promise<number[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (!(error instanceof HousePriceError) || error.code !== "DATA_INVALID") throw error;
    return [...error.message.matchAll(/^line (\d+)[:,] /gm)].map(([, number]) => Number(number));
  }
}

async function rejectedLines(input: string): Promise<{ rejected: number[]; predicted: number }> {
  const rejects = join(directory, "rejects.csv");
  const job = {
    input,
    output: join(directory, "out.csv"),
    rejects,
    selection: { name: "linear", version: 1 },
    coverage: undefined,
    warnings: true,
  };
  const { predicted } = await predictFile(job, catalogue, new AbortController().signal);
  const [, ...rows]: string[][] = parse(await readFile(rejects), { relax_column_count: true });
  return { rejected: rows.map(([number]) => Number(number)), predicted };
}

/** What a client makes of a cell: a number, nothing, or else a text, which no field takes. */
function toVariable(text: string): number | string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return /^[+-]?[0-9.]+(e[+-]?[0-9]+)?$/i.test(trimmed) ? Number(trimmed) : trimmed;
}

const QUERY = `query ($input: HouseFeaturesInput!) {
  predictHousePrice(input: $input, model: { name: "linear", version: 1 }) { predictedHousePrice }
}`;

async function isRefusedByApi(cells: readonly string[]): Promise<boolean> {
  const input = Object.fromEntries(
    CALIFORNIA.features.map(({ apiName }, i) => [apiName, toVariable(cells[i])]),
  );
  const contextValue = { catalogue, maxBatchSize: 1 };
  const { errors } = await graphql({ schema, source: QUERY, variableValues: { input }, contextValue });
  return errors !== undefined;
}

/** The lines that no client could send, or that the API refuses. */
async function linesRefusedByApi(lines: readonly string[]): Promise<number[]> {
  const refused: number[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const cells = readCells(text);
    if (cells?.length !== names.length || (await isRefusedByApi(cells))) refused.push(index + 2);
  }
  return refused;
}

function readCells(text: string): string[] | undefined {
  try {
    const [cells, ...others]: string[][] = parse(text, { trim: true });
    return others.length > 0 ? undefined : cells;
  } catch {
    return undefined;
  }
}

describe("when the same file comes to every door", () => {
  afterEach(() => jest.restoreAllMocks());

  it("then training, evaluate, predict and the API refuse the same lines", async () => {
    // predict reports rejected lines there.
    jest.spyOn(process.stderr, "write").mockReturnValue(true);
    const seen = { good: 0, bad: 0 };
    const path = join(directory, "houses.csv");
    await fc.assert(
      fc.asyncProperty(file, async ({ mark, header, lines, ending, isEnded }) => {
        await writeFile(path, mark + [header, ...lines].join(ending) + (isEnded ? ending : ""));
        const expected = await linesRefusedByApi(lines);
        const { rejected, predicted } = await rejectedLines(path);
        const rows = lines.filter((text) => text.trim() !== "").length;
        expect([rejected, predicted]).toEqual([expected, rows - expected.length]);
        // A file without rows is one that only predict can do something with.
        if (rows > 0) {
          expect(await refusedLines(() => loadHousing(path, NEEDED))).toEqual(expected);
          expect(await refusedLines(() => evaluateSaved(model, path))).toEqual(expected);
        }
        seen.bad += expected.length;
        seen.good += predicted;
      }),
      { numRuns: 150 },
    );
    // Both verdicts were compared.
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(100);
  });
});
