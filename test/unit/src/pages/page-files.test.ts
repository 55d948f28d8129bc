import { readFile } from "node:fs/promises";
import { entityTagOf } from "../../../../src/http/entity-tag";
import { PageFiles } from "../../../../src/pages/page-files";

/** Where the page is built. */
const BUILT = "dist/server/page";

describe("a file of the page", () => {
  it("is that of the build, with its tag", async () => {
    const bytes = await readFile(`${BUILT}/index.html`);
    expect(await new PageFiles().get("index.html")).toEqual({ bytes, etag: entityTagOf(bytes) });
  });

  it("when it is edited, then the tag is that of what is sent", async () => {
    const files = new PageFiles((name, bytes) => Buffer.from(`${name} ${bytes.length}`));
    const { length } = await readFile(`${BUILT}/page.css`);
    const sent = `page.css ${length}`;
    expect(await files.get("page.css")).toEqual({ bytes: Buffer.from(sent), etag: entityTagOf(sent) });
  });

  it("is read once", async () => {
    let edits = 0;
    const files = new PageFiles((_name, bytes) => {
      edits++;
      return bytes;
    });
    await Promise.all([files.get("page.css"), files.get("page.css")]);
    await files.get("page.css");
    expect(edits).toBe(1);
    await files.get("page.js");
    expect(edits).toBe(2);
  });

  it("when it could not be read, then it is read again", async () => {
    let fails = true;
    const files = new PageFiles((_name, bytes) => {
      if (fails) throw new Error("It cannot be edited.");
      return bytes;
    });
    await expect(files.get("page.css")).rejects.toThrow("It cannot be edited.");
    fails = false;
    expect((await files.get("page.css")).bytes).toEqual(await readFile(`${BUILT}/page.css`));
  });

  it("when it does not exist, then that is an error", async () => {
    await expect(new PageFiles().get("absent.js")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
