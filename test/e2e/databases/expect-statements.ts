import { committedModels } from "../../support/committed-models";
import { expectSameAnswers } from "../../support/exported-answers";
import { MARKET_MODELS, marketModel } from "../../support/market-models";
import { testRowsOf } from "../../support/test-rows";
import { askForRows, type Database } from "./database";

/** Those that are trained in a moment. */
const LINEAR_MARKETS = MARKET_MODELS.filter(([kind]) => kind === "linear");

/**
 * Tells the tests that every engine passes: its statements answer the test rows as the models do.
 *
 * @param open - undefined where the engine is not installed: its tests are skipped
 */
export function describeStatements(name: string, open: (() => Promise<Database>) | undefined): void {
  if (!open) console.warn(`${name} is not installed: its tests are skipped.`);

  (open ? describe : describe.skip)(`a model as a statement of SQL in ${name}`, () => {
    let database: Database;

    beforeAll(async () => {
      if (open) database = await open();
    }, 600_000);

    afterAll(() => database?.close());

    it("answers the test rows as every committed model does", async () => {
      for (const model of await committedModels()) {
        const { rows } = await testRowsOf(model);
        expectSameAnswers(model, rows, await askForRows(database, model, rows));
      }
    });

    it.each(LINEAR_MARKETS)("answers as %s of %s does", async (kind, market, target) => {
      const { model, rows } = await marketModel(kind, market, target);
      expectSameAnswers(model, rows, await askForRows(database, model, rows));
    });
  });
}
