import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryDirectory } from "../support/temporary-directory";
import { CLIENT_TOOLS, runClientTool } from "./client-tools";
import { installPackages } from "./install-packages";

const CLIENT = "examples/client";
const MANIFEST = "persisted-query-manifest.json";

beforeAll(() => installPackages(CLIENT_TOOLS), 600_000);

test("when Apollo's tool makes the manifest of the example client again, then it gives what is committed", async () => {
  const folder = await temporaryDirectory();
  for (const name of ["operations", "persisted-query-manifest.config.json"]) {
    await cp(join(CLIENT, name), join(folder, name), { recursive: true });
  }
  runClientTool("generate-persisted-query-manifest", [], folder);
  expect(await readFile(join(folder, MANIFEST), "utf8")).toBe(await readFile(join(CLIENT, MANIFEST), "utf8"));
});
