import { HousePriceError } from "../../../../model/errors";
import { FileRefused, refusedAs } from "../../../../model/file/file-refused";
import { refusalOf } from "../../../support/refusal";

describe("a refusal of a file", () => {
  const refused = new FileRefused("size", "model.json is too large.");

  it("becomes an error with a code, and is its cause", async () => {
    const error = await refusalOf(() => Promise.reject(refused).catch(refusedAs("PINS_INVALID")));
    expect(error).toMatchObject({
      code: "PINS_INVALID",
      message: "model.json is too large.",
      cause: refused,
    });
  });

  it("keeps the rule that the file broke", () => {
    expect(refused).toMatchObject({ name: "FileRefused", rule: "size" });
  });
});

it.each([new TypeError("a defect"), new HousePriceError("PINS_INVALID", "another")])(
  "any other error stays what it is: %s",
  async (error) => {
    const thrown: unknown = await Promise.reject(error)
      .catch(refusedAs("MODEL_UNREADABLE"))
      .catch((e) => e);
    expect(thrown).toBe(error);
  },
);
