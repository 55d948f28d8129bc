import { ERROR_CODES, HousePriceError } from "../../../model/errors";

describe("the error catalogue", () => {
  it.each(Object.entries(ERROR_CODES))("%s is a code, and is told in one sentence", (code, meaning) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(meaning).toMatch(/^[A-Z][^\n]*\.$/);
  });

  it("is what errors carry, with their cause", () => {
    const cause = new Error("ENOENT");
    const error = new HousePriceError("DATA_UNREADABLE", "a.csv cannot be read.", { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "HousePriceError", code: "DATA_UNREADABLE", cause });
  });
});
