import fc from "fast-check";
import { modelOfAwkwardHouses } from "../support/awkward-houses";
import { awkwardRows, predictedRows } from "../support/awkward-rows";
import { expectCloseAnswers } from "../support/exported-answers";
import { askForValues, type Database } from "./databases/database";
import { openDuckDb } from "./databases/duckdb";
import { findPostgreSql, openPostgreSql } from "./databases/postgresql";
import { ENGINES } from "./engines";
import { installPackages } from "./install-packages";

const programs = findPostgreSql();
const POSTGRESQL = programs === undefined ? [] : [["PostgreSQL", () => openPostgreSql(programs)] as const];
if (programs === undefined) console.warn("PostgreSQL is not installed: its tests are skipped.");

beforeAll(() => installPackages(ENGINES), 600_000);

describe.each([["DuckDB", openDuckDb] as const, ...POSTGRESQL])(
  "a statement of SQL in %s, whatever the rows",
  (_name, open) => {
    let database: Database;

    beforeAll(async () => {
      database = await open();
    }, 600_000);

    afterAll(() => database?.close());

    it.each(["linear", "smooth"] as const)("answers as npm run predict does by %s", async (kind) => {
      const model = await modelOfAwkwardHouses(kind);
      await fc.assert(
        fc.asyncProperty(awkwardRows(model), fc.constantFrom(0.5, 0.9, 0.99), async (rows, coverage) => {
          const answers = await askForValues(database, model, rows, { coverage });
          expectCloseAnswers(answers, predictedRows(model, rows, coverage), model.file.target.max);
        }),
        { numRuns: 12 },
      );
    });
  },
);
