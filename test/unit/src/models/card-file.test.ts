import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fastify from "fastify";
import { type BrokenRule, FileRefused } from "../../../../model/file/file-refused";
import { readText } from "../../../../model/file/read-file";
import { answerRefusal, readCardFile } from "../../../../src/models/card-file";
import { modelVariant } from "../../../support/model-variants";
import { temporaryDirectory } from "../../../support/temporary-directory";

describe("a file beside a model's", () => {
  let directory: string;
  const read = (name: string, maxBytes = 4) =>
    readCardFile(readText, directory, modelVariant("spatial", 12, 1), name, maxBytes);

  beforeEach(async () => {
    directory = await temporaryDirectory();
    await mkdir(join(directory, "spatial/12"), { recursive: true });
    await writeFile(join(directory, "spatial/12/README.md"), "card");
  });

  it("is read from the folder of its version", async () => {
    expect(await read("README.md")).toBe("card");
    expect(await read("absent.md")).toBeUndefined();
  });

  it("when it is too large, or outside the models' directory, then it is refused", async () => {
    await expect(read("README.md", 3)).rejects.toMatchObject({ rule: "size" });
    const outside = join(await temporaryDirectory(), "other");
    await writeFile(outside, "x");
    await symlink(outside, join(directory, "spatial/12/link.md"));
    await expect(read("link.md")).rejects.toMatchObject({ rule: "place" });
  });
});

describe("the answer for a file that is refused", () => {
  async function answerFor(error: Error) {
    const app = fastify();
    app.get("/", (_request, reply) => answerRefusal(reply, "README.md", error));
    const { statusCode, body } = await app.inject("/");
    return [statusCode, JSON.parse(body).errors?.[0]];
  }

  it.each([
    ["kind", 404, "it is not a regular file"],
    ["place", 404, "it is outside the model directory"],
    ["size", 404, "it is too large"],
    ["encoding", 404, "it is not UTF-8 text"],
    ["time", 503, "its file system does not respond"],
    ["system", 503, "the system cannot read it"],
  ] satisfies [BrokenRule, number, string][])(
    "when its %s is wrong, is a %d without its path",
    async (rule, status, reason) => {
      expect(await answerFor(new FileRefused(rule, "/secret/path is refused."))).toEqual([
        status,
        { message: `README.md cannot be shown: ${reason}.`, extensions: { code: "CARD_UNREADABLE" } },
      ]);
    },
  );

  it("when something else failed, is the server's failure", async () => {
    expect((await answerFor(new TypeError("A bug.")))[0]).toBe(500);
  });
});
