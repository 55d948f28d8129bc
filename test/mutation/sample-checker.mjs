import { createHash } from "node:crypto";
import { PluginKind } from "@stryker-mutator/api/plugin";

const SHARE = Number(process.env.SHARE ?? 1);

/** Number of the sample: another one has other draws. */
const SAMPLE = process.env.SAMPLE ?? "1";

/** A number from 0 to 1 that is the same in each run of the same sources. */
function drawOf({ fileName, location, replacement }) {
  const place = [
    fileName.slice(process.cwd().length),
    location.start.line,
    location.start.column,
    replacement,
    SAMPLE,
  ];
  return createHash("sha256").update(place.join("\0")).digest().readUInt32BE() / 2 ** 32;
}

/**
 * Draws a random sample of the mutants. Those outside it are reported as compile errors, which Stryker neither runs nor
 * counts in the score.
 */
class SampleChecker {
  async init() {}

  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        drawOf(mutant) < SHARE
          ? { status: "passed" }
          : { status: "compileError", reason: "not in the sample" },
      ]),
    );
  }

  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

export const strykerPlugins = [
  { kind: PluginKind.Checker, name: "sample", factory: () => new SampleChecker() },
];
