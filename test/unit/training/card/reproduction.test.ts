import { execFileSync } from "node:child_process";
import { assert, asyncProperty, constantFrom, record, stringMatching, uniqueArray } from "fast-check";
import { trainingCommand } from "../../../../cli/train/options";
import { reproductionCommand } from "../../../../training/card/reproduction";
import { DELIMITERS } from "../../../../training/describe/delimiter";
import type { DescribeOptions } from "../../../../training/describe/options";
import type { TrainingOptions } from "../../../../training/train";
import { modelOfHouses } from "../../../support/exportable-models";

/** The words that a shell passes to the program of a command. */
function wordsOf(command: string): string[] {
  const script = `npm() { shift 3; printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync("sh", ["-c", script]).toString().split("\0").slice(0, -1);
}

/** What the command line of training makes of these words. */
async function parse(words: readonly string[]): Promise<TrainingOptions> {
  const requests: TrainingOptions[] = [];
  const command = trainingCommand(async ({ options }) => void requests.push(options));
  await command.parseAsync(words, { from: "user" });
  return requests[0];
}

const names = uniqueArray(stringMatching(/^[a-z$"'\\ ,²-]{0,9}[a-z]$/), { minLength: 1, maxLength: 3 }).map(
  (each) => each.map((name) => name.trim()),
);

const anyOptions = record<Partial<DescribeOptions>>(
  {
    delimiter: constantFrom(...DELIMITERS),
    decimalChar: constantFrom(".", ","),
    dayFirst: constantFrom(true, false),
    missing: names,
    ignored: names,
    categories: names,
    currency: constantFrom("GBP", "USD"),
  },
  { requiredKeys: [] },
);

describe("the command on a card", () => {
  it("is read by the command line as what the model was trained with", async () => {
    const { model } = await modelOfHouses("linear");
    await assert(
      asyncProperty(anyOptions, async (given) => {
        const { table, seed, testSize, features } = await parse(wordsOf(reproductionCommand(model, given)));
        expect(table).toEqual({ target: "price", ...given });
        expect({ seed, testSize, features }).toEqual({ seed: 42, testSize: 0.2, features: ["all"] });
      }),
      { numRuns: 20 },
    );
  });
});
