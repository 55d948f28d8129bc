import { UNKNOWN_CATEGORY } from "../../../../model/table/raw-value";
import { forQuestions, takesAnyText } from "../../../../model/table/unknown-categories";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";

const { features } = tableOf(EVERY_TYPE);
const column = (name: string) => features.filter((each) => each.name === name)[0];

describe("a column of more categories than an enum may have", () => {
  const place = forQuestions(column("Place"));

  it("takes any text in questions", () => {
    expect(takesAnyText(place)).toBe(true);
    expect(place.type.parse("Place 7")).toBe(7);
    expect(place.type.parse("Atlantis")).toBe(UNKNOWN_CATEGORY);
  });

  it("still has missing values", () => {
    for (const cell of ["", "  ", "NA", " NA "]) expect(place.type.parse(cell)).toBeNaN();
  });
});

describe("any other column", () => {
  it.each(["Style", "Area", "Garden"])("stays as it is: %s", (name) => {
    expect(takesAnyText(column(name))).toBe(false);
    expect(forQuestions(column(name))).toBe(column(name));
  });

  it("refuses categories that it does not have", () => {
    expect(column("Style").type.parse("castle")).toBeNaN();
  });
});
