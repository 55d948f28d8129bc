import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { GRID, QUICK_GRID, selectPenalties } from "../training/basis/select-penalties";
import { STRUCTURE } from "../training/basis/structure";
import { type Candidate, TUNED, type Tuned } from "../training/basis/tuned";
import { loadDataset, selectRows } from "../training/data";
import { findSchema } from "../training/find-schema";
import { trainTestSplit } from "../training/split";
import { toTable } from "../training/tables";
import { runCommand } from "./command-line";
import { shippedTable } from "./shipped-table";
import { terminalProgress } from "./terminal-progress";
import { textTable } from "./text-table";

/** The split and the folds that the published figures are of. */
const SEED = 42;
const TEST_SIZE = 0.2;

/** `npm run tune`: chooses the penalties of `spatial` by cross-validation on the training rows; the test rows are not read. */
const command = new Command("npm run tune --")
  .description("Chooses the penalties of the model spatial by cross-validation on the training rows.")
  .option("--quick", "try a few penalties only, and write nothing")
  .option("--data <file>", "CSV file to learn from", shippedTable())
  .action(async ({ quick, data }: { quick?: boolean; data: string }) => {
    const { schema } = await findSchema(data, {});
    const { frame, rows, table: columns } = await loadDataset(data, schema, []);
    const { train } = trainTestSplit(rows, TEST_SIZE, SEED);
    const table = toTable(selectRows(frame, train), columns, Int32Array.from(columns.features.keys()));
    const grid = quick ? QUICK_GRID : GRID;
    const candidates = selectPenalties(table, STRUCTURE, grid, SEED, terminalProgress());
    console.log(formatCandidates(candidates));
    if (quick) return;
    const tuned: Tuned = { seed: SEED, testSize: TEST_SIZE, chosen: candidates[0], candidates };
    await writeFile(TUNED, `${JSON.stringify(tuned, null, 2)}\n`);
    console.log(`Wrote ${TUNED}: "npm run train -- --model spatial" takes the first of these penalties.`);
  });

function formatCandidates(candidates: readonly Candidate[]): string {
  const head = ["product", "place", "place × feature", "random RMSE", "block RMSE", "loss"];
  const table = textTable(head, { textColumns: 0 });
  for (const { penalties, random, block, loss } of candidates) {
    const { product, place, "place-product": placeProduct } = penalties;
    table.push([product, place, placeProduct, random.toFixed(5), block.toFixed(5), loss.toFixed(5)]);
  }
  return table.toString();
}

runCommand(command.parseAsync());
