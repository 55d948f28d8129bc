import { readFile } from "node:fs/promises";

// docs/OPERATIONS.md says what the option is for.
const COMMAND = "node --no-memory-reducer dist/server/main.mjs";

describe("the server is started in the same way", () => {
  // The benchmark takes its command from package.json.
  it.each(["package.json", "Dockerfile", "docs/OPERATIONS.md"])("by %s", async (file) => {
    const words = (await readFile(file, "utf8")).replace(/[",]/g, "");
    expect(words).toContain(COMMAND);
  });
});
