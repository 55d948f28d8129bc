import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { refusingWrites, writeFlushed } from "../../../../model/file/write-file";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

it("a file has the text, and nothing of a longer one before", async () => {
  const path = join(await temporaryDirectory(), "pins.json");
  await writeFlushed(path, '{"linear": 1}\n');
  await writeFlushed(path, "{}");
  expect(await readFile(path, "utf8")).toBe("{}");
});

describe("a change of a model directory", () => {
  it("gives what it gives", async () => {
    expect(await refusingWrites("models", "--models")(Promise.resolve(7))).toBe(7);
  });

  it("that fails is refused with the option to set", async () => {
    const path = join(await temporaryDirectory(), "none", "pins.json");
    const error = await refusalOf(() => refusingWrites("models", "--models")(writeFlushed(path, "")));
    expect(error).toMatchObject({
      code: "MODEL_UNWRITABLE",
      message: "Cannot write to models (ENOENT): set --models to a writable directory.",
      cause: { code: "ENOENT" },
    });
  });
});
