import { ansi } from "../../export/sql/dialects/ansi";
import { committedModels } from "../support/committed-models";
import { expectSameAnswers } from "../support/exported-answers";
import { MARKET_MODELS, marketModel } from "../support/market-models";
import { testRowsOf } from "../support/test-rows";
import { askForRows } from "./databases/database";
import { openDuckDb } from "./databases/duckdb";
import { describeStatements } from "./databases/expect-statements";
import { ENGINES } from "./engines";
import { installPackages } from "./install-packages";

beforeAll(() => installPackages(ENGINES), 600_000);

describeStatements("DuckDB", openDuckDb);

describe("a statement of SQL in DuckDB", () => {
  it.each(MARKET_MODELS.filter(([kind]) => kind !== "linear"))(
    "answers as %s of %s does",
    async (kind, market, target) => {
      const database = await openDuckDb();
      const { model, rows } = await marketModel(kind, market, target);
      expectSameAnswers(model, rows, await askForRows(database, model, rows));
      await database.close();
    },
  );

  it("answers the test rows as linear models do when it is standard SQL", async () => {
    const database = await openDuckDb();
    for (const model of await committedModels()) {
      if (model.file.name !== "linear") continue;
      const { rows } = await testRowsOf(model);
      expectSameAnswers(model, rows, await askForRows(database, model, rows, { dialect: ansi }));
    }
    await database.close();
  });
});
