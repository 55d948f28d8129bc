import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOMS = ["src", "schema", "cli", "model", "training", "export"];

/** The lines of each source file, by its path. */
const files = new Map(
  ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path): [string, readonly string[]] => {
        const file = join(room, path);
        return [file, readFileSync(file, "utf8").trimEnd().split("\n")];
      }),
  ),
);

/** Number of lines of each source file. */
const lengths = new Map([...files].map(([file, { length }]) => [file, length]));

describe("source files are short enough to read in one sitting", () => {
  it("no file has more than 220 lines", () => {
    expect([...lengths].filter(([, length]) => length > 220)).toEqual([]);
  });

  it("half of the files have at most 60 lines", () => {
    const sorted = [...lengths.values()].sort((one, other) => one - other);

    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
  });
});

it("at most 12 % of the lines are comments", () => {
  const lines = [...files.values()].flat();
  // The formatter begins each line of a comment with one of these.
  const comments = lines.filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line));

  expect(comments.length / lines.length).toBeLessThanOrEqual(0.12);
});
