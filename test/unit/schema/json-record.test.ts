import { isJsonRecord } from "../../../schema/json-record";

describe("a value of JSON", () => {
  it.each([[{}], [{ a: null }], [{ length: 0 }]])("is a record: %j", (value) => {
    expect(isJsonRecord(value)).toBe(true);
  });

  it.each([[null], [undefined], [[]], [[{}]], ["{}"], [""], [0], [true]])("is none: %j", (value) => {
    expect(isJsonRecord(value)).toBe(false);
  });
});
