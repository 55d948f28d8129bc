import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../../../model/file/checksum";
import { formatModelFile } from "../../../../model/file/format";
import { readModel, verifyModel } from "../../../../model/file/read-model";
import { committedBytes, committedContent, committedPath } from "../../../support/committed-models";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

const content = committedContent(1);
const PATH = "somewhere/model.json";

describe("when the file is sound", () => {
  it.each([1, 2])("reads the committed version %d", async (version) => {
    const model = await readModel(committedPath(version));
    expect(model.id).toBe(`linear@${version}`);
    expect(model.sha256).toBe(sha256(committedBytes(version)));
  });
});

describe("when the file is not sound", () => {
  const cases: [what: string, bytes: Buffer, code: string, says: string][] = [
    ["a truncated file", committedBytes(1).subarray(0, 1000), "MODEL_CORRUPT", "it was truncated or edited"],
    ["an empty file", Buffer.alloc(0), "MODEL_CORRUPT", "not complete JSON"],
    [
      "a file in another encoding",
      Buffer.from("\ufeff{}", "utf16le"),
      "MODEL_CORRUPT",
      "is UTF-16 (little-endian)",
    ],
    ["foreign JSON", Buffer.from('{"weights": [1, 2]}'), "MODEL_INVALID", "not a model of this project"],
    ["JSON that is no object", Buffer.from("null"), "MODEL_INVALID", "not a model of this project"],
    [
      "an edited coefficient",
      Buffer.from(committedBytes(1).toString().replace("0.4368", "0.4369")),
      "MODEL_CORRUPT",
      "does not match its checksum",
    ],
    [
      "a sealed file of the wrong shape",
      Buffer.from(formatModelFile({ ...content, algorithm: "" }, 1)),
      "MODEL_INVALID",
      "algorithm",
    ],
    [
      "a sealed file whose predictions are not its own",
      Buffer.from(formatModelFile({ ...content, golden: [{ features: [3.5, 5, 2], prediction: 99 }] }, 1)),
      "MODEL_NOT_REPRODUCIBLE",
      "for [3.5, 5, 2] the file records 99, but this program computes 1.927",
    ],
    ["deep nesting", Buffer.from("[".repeat(1_000_000)), "MODEL_INVALID", "at most 16 levels of nesting"],
    ["many values", Buffer.from(`[${"0,".repeat(300_000)}0]`), "MODEL_INVALID", "at most 250000 values"],
    [
      "a value that is longer than a message",
      Buffer.from(formatModelFile({ ...content, name: "x".repeat(1_000_000) }, 1)),
      "MODEL_INVALID",
      "xxx…",
    ],
    ["a file of the maximum size", Buffer.alloc(4_194_304, " "), "MODEL_CORRUPT", "not complete JSON"],
    ["a file of one byte more", Buffer.alloc(4_194_305, " "), "MODEL_INVALID", "at most 4194304 bytes"],
    ["a file that is far too large", Buffer.alloc(20_000_000, " "), "MODEL_INVALID", "at most 4194304 bytes"],
  ];

  it.each(cases)("refuses %s, naming the file", async (_what, bytes, code, says) => {
    const error = await refusalOf(() => verifyModel(bytes, PATH));
    expect(error.code).toBe(code);
    expect(error.message).toContain(PATH);
    expect(error.message).toContain(says);
  });

  it("refuses a file that does not exist, and a directory", async () => {
    const directory = await temporaryDirectory();
    for (const path of [join(directory, "none.json"), directory]) {
      const error = await refusalOf(() => readModel(path));
      expect(error.code).toBe("MODEL_UNREADABLE");
      expect(error.message).toContain(path);
    }
  });

  it("never runs what is in the file", async () => {
    const path = join(await temporaryDirectory(), "model.json");
    await writeFile(path, "process.exit(3)");
    expect((await refusalOf(() => readModel(path))).code).toBe("MODEL_CORRUPT");
  });
});
