import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Rejects } from "../../../../cli/predict/rejects";
import type { Header } from "../../../../model/table/header";
import { temporaryDirectory } from "../../../support/temporary-directory";

const HEADER: Header = { ...Object.create(null), names: ["id", "a;b"] };

let reported: string[];
let path: string;

beforeEach(async () => {
  reported = [];
  path = join(await temporaryDirectory(), "rejects.csv");
});

const open = (to: string | undefined, delimiter = ",") =>
  Rejects.open(to, HEADER, delimiter, (line) => void reported.push(line));

const recordsFrom = (line: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    line: line + i,
    reason: 'is "bad", here',
    cells: [String(i), "x;y"],
  }));

describe("rejected rows", () => {
  it("are written with their lines and reasons", async () => {
    const rejects = await open(path, ";");
    await rejects.add(recordsFrom(2, 1));
    await rejects.add([]);
    await rejects.commit();

    expect(await readFile(path, "utf8")).toBe('line;reason;id;"a;b"\n2;"is ""bad"", here";0;"x;y"\n');
    expect([rejects.count, rejects.path]).toEqual([1, path]);
  });

  it("are reported up to the tenth if all are in a file", async () => {
    const rejects = await open(path);
    await rejects.add(recordsFrom(2, 8));
    await rejects.add(recordsFrom(10, 8));
    await rejects.add(recordsFrom(18, 8));
    await rejects.commit();

    expect(reported).toHaveLength(10);
    expect(reported[0]).toBe('line 2: is "bad", here');
    expect(reported[9]).toBe('line 11: is "bad", here');
    expect(rejects.count).toBe(24);
    expect((await readFile(path, "utf8")).trimEnd().split("\n")).toHaveLength(25);
  });

  it("are all reported if there is no file", async () => {
    const rejects = await open(undefined);
    await rejects.add(recordsFrom(2, 25));
    await rejects.commit();
    await rejects.discard();

    expect(reported).toHaveLength(25);
    expect(rejects.path).toBeUndefined();
  });

  it("leave no file if they are discarded", async () => {
    const rejects = await open(path);
    await rejects.add(recordsFrom(2, 1));
    await rejects.discard();

    expect(await readdir(dirname(path))).toEqual([]);
  });
});
