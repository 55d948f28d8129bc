import { chmod, mkdir, readdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openOutput } from "../../../../cli/predict/output-file";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await temporaryDirectory();
  path = join(folder, "out.csv");
});

afterEach(() => jest.restoreAllMocks());

/** @param write - gives the error of a write, if there is one */
function replaceStandardOutput(write: (content: unknown) => Error | undefined): void {
  jest.spyOn(process.stdout, "write").mockImplementation((...args: unknown[]) => {
    const [content, done] = args;
    const error = write(content);
    if (typeof done === "function") done(error);
    return true;
  });
}

describe("an output file", () => {
  it("has its name only when it is complete", async () => {
    await writeFile(path, "before");
    const output = await openOutput(path);
    await output.write("a\n");
    await output.write(Uint8Array.of(98));
    expect(await readFile(path, "utf8")).toBe("before");
    expect((await readdir(folder)).sort()).toEqual([`.out.csv.${process.pid}.partial`, "out.csv"]);
    await output.commit();

    expect(await readFile(path, "utf8")).toBe("a\nb");
    expect(await readdir(folder)).toEqual(["out.csv"]);
  });

  it("leaves nothing if it is discarded", async () => {
    const output = await openOutput(path);
    await output.write("a\n");
    await output.discard();

    expect(await readdir(folder)).toEqual([]);
  });

  it("is that which a link leads to", async () => {
    const other = join(folder, "other");
    await mkdir(other);
    await writeFile(join(other, "real.csv"), "before");
    await symlink(join("other", "real.csv"), path);
    const output = await openOutput(path);
    await output.write("after");
    await output.commit();

    expect(await readlink(path)).toBe(join("other", "real.csv"));
    expect(await readFile(join(other, "real.csv"), "utf8")).toBe("after");
  });

  it("is written directly if it is a device", async () => {
    const output = await openOutput("/dev/null");
    await output.write("a\n");
    await output.commit();
    const other = await openOutput("/dev/null");
    await other.discard();

    expect((await readdir("/dev")).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("is refused if its directory does not exist", async () => {
    const { code, message } = await refusalOf(() => openOutput(join(folder, "none", "out.csv")));

    expect(code).toBe("OUTPUT_UNWRITABLE");
    expect(message).toBe(
      `Cannot write ${join(folder, "none", "out.csv")} (ENOENT). Its directory must exist.`,
    );
  });

  it("is refused without a hint for other reasons", async () => {
    await chmod(folder, 0o700);
    const { message } = await refusalOf(() => openOutput(folder));

    expect(message).toBe(`Cannot write ${folder} (EISDIR).`);
  });

  it.each(["ENOSPC", "EFBIG"])("is refused if the disk is full: %s", async (reason) => {
    const output = await openOutput("-");
    replaceStandardOutput(() => Object.assign(new Error("full"), { code: reason }));
    const { message } = await refusalOf(() => output.write("a"));

    expect(message).toBe(`Cannot write standard output (${reason}). Free some space, or write elsewhere.`);
  });
});

describe("the standard output", () => {
  it("is written as soon as it is asked for, and stays open", async () => {
    const written: unknown[] = [];
    replaceStandardOutput((content) => {
      written.push(content);
      return undefined;
    });
    const before = process.stdout.listenerCount("error");
    const output = await openOutput("-");
    await output.write("a");
    await output.write("b");
    await output.commit();
    await output.discard();

    expect(written).toEqual(["a", "b"]);
    expect(process.stdout.listenerCount("error")).toBe(before + 1);
  });
});
