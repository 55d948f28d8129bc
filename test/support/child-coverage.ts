import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CoverageMapData, createCoverageMap } from "istanbul-lib-coverage";

declare global {
  /** What jest counts for a test file: the statements that ran, by file. */
  var __coverage__: CoverageMapData | undefined;
  /** Set by jest.config.js; the system tests lack it. */
  var COUNTS_COVERAGE: boolean | undefined;
}

// A server that a test starts as a process of its own counts as well: it leaves its coverage in a directory (see
// swc-require.cjs), which is added to that of the test file when its tests are over.
if (COUNTS_COVERAGE) {
  const directory = mkdtempSync(join(tmpdir(), "child-coverage-"));
  process.env.CHILD_COVERAGE = directory;

  afterAll(() => {
    const map = createCoverageMap(globalThis.__coverage__ ?? {});
    for (const name of readdirSync(directory)) {
      map.merge(JSON.parse(readFileSync(join(directory, name), "utf8")));
    }
    globalThis.__coverage__ = JSON.parse(JSON.stringify(map));
    rmSync(directory, { recursive: true, force: true });
  });
}
