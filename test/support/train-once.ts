import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readModel } from "../../model/file/read-model";
import type { Model } from "../../model/model";
import { eventually } from "./waiting";

/**
 * A model that several test files use: the first that wants it trains it, and the others read its file. They need not load what
 * training loads, which takes longer than many a test.
 *
 * @param name - of the data, among those of all such models
 * @param data - gives the path of a table of prices
 */
export async function trainOnce(
  name: string,
  model: string,
  data: () => string | Promise<string>,
): Promise<Model> {
  const { TEST_RUN_DIRECTORY: directory } = process.env;
  if (!directory) throw new Error("before-run.ts makes the directory, but did not run.");
  const out = join(directory, `${name}-${model}`);
  const ended = join(out, "ended");
  if (await isFirst(out)) {
    const { train } = await import("../../training/train");
    const trainedAt = new Date("2026-01-01T00:00:00Z");
    try {
      await train({
        model,
        data: await data(),
        table: { target: "price" },
        seed: 42,
        testSize: 0.2,
        out,
        trainedAt,
      });
    } finally {
      await writeFile(ended, "");
    }
  }
  await eventually(() => exists(ended));
  return readModel(join(out, model, "1/model.json"));
}

/** Only one process can make a directory. */
async function isFirst(directory: string): Promise<boolean> {
  return mkdir(directory).then(
    () => true,
    (error) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}

async function exists(path: string): Promise<true | undefined> {
  return access(path).then(
    () => true,
    () => undefined,
  );
}
