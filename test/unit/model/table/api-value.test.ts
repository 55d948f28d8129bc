import { apiValue } from "../../../../model/table/api-value";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";

const table = tableOf(EVERY_TYPE);

function shown(apiName: string, value: number) {
  const column = table.features.find((each) => each.apiName === apiName);
  return column && apiValue(column, value);
}

describe("a value in a variable of the API", () => {
  it("is a number, a truth value or a date as in ISO 8601", () => {
    expect(shown("rooms", 3)).toBe(3);
    expect(shown("garden", 1)).toBe(true);
    expect(shown("garden", 0)).toBe(false);
    expect(shown("sold", 18_263)).toBe("2020-01-02");
  });

  it("is a category's name in the enum, or its text where there are too many for one", () => {
    expect(shown("style", 0)).toBe("TERRACE");
    expect(shown("place", 109)).toBe("Place 109");
  });
});
