import { ansi } from "../../export/sql/dialects/ansi";
import { duckdb } from "../../export/sql/dialects/duckdb";
import { expectSameAnswers } from "../support/exported-answers";
import { MARKET_MODELS, marketModel } from "../support/market-models";
import { committedModels, testRowsOf } from "../support/test-rows";
import { askDuckDb } from "./duckdb";
import { installEngines } from "./engines";

beforeAll(installEngines, 600_000);

describe("a model as a statement of SQL in DuckDB", () => {
  it("answers the test rows as every committed model does", async () => {
    for (const model of await committedModels()) {
      const { rows } = await testRowsOf(model);
      expectSameAnswers(model, rows, await askDuckDb(model, rows, duckdb));
    }
  });

  it("answers as linear models do also by standard SQL", async () => {
    for (const model of await committedModels()) {
      if (model.file.name !== "linear") continue;
      const { rows } = await testRowsOf(model);
      expectSameAnswers(model, rows, await askDuckDb(model, rows, ansi));
    }
  });

  it.each(MARKET_MODELS)("answers as %s of %s does", async (kind, name, target) => {
    const { model, rows } = await marketModel(kind, name, target);
    expectSameAnswers(model, rows, await askDuckDb(model, rows, duckdb));
  });
});
