import fc from "fast-check";
import { assertEnumValueName, assertName } from "graphql";
import { categoryNames } from "../../../../model/table/category-names";

describe("when categories are named for GraphQL", () => {
  it.each([
    ["NEAR BAY", "NEAR_BAY"],
    ["Inland", "INLAND"],
    ["<1H OCEAN", "LESS_THAN_1H_OCEAN"],
    [">= 3", "MORE_THAN_3"],
    ["1st", "_1ST"],
    ["2.5 (fin)", "_2_5_FIN"],
    ["-1", "MINUS_1"],
    ["", "EMPTY"],
    ["?", "U003F"],
    ["true", "TRUE"],
    ["null", "NULL"],
    ["__proto__", "PROTO"],
    ["Łódź", "LODZ"],
    ["Straße", "STRASSE"],
    ["A+", "A_PLUS"],
    ["Ж", "U0416"],
    ["東 1", "U6771_1"],
    ["a§b", "A_B"],
    ["a – b", "A_B"],
  ])("%j becomes %s", (category, name) => {
    expect(categoryNames([category])).toEqual([name]);
  });

  it("two texts that give one name get two, and take none from a third", () => {
    expect(categoryNames(["a", "A", "a 2", "a-2", "A."])).toEqual(["A", "A_3", "A_2", "A_2_2", "A_4"]);
  });

  it("a text of any length gives a name of at most a hundred letters", () => {
    const names = categoryNames(["x".repeat(200), `${"x".repeat(199)}y`]);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(100);
  });

  it("whatever the texts are, then GraphQL takes each name, and no two are the same", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("true", "__x", "a", "A", "a_2"),
    );
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 20 }), (categories) => {
        const names = categoryNames(categories);
        expect(new Set(names).size).toBe(categories.length);
        for (const name of names) {
          expect(assertEnumValueName(assertName(name))).toBe(name);
          expect(name.startsWith("__")).toBe(false);
        }
        expect(categoryNames(categories)).toEqual(names);
      }),
    );
  });

  it("a thousand texts that all give one name are named at once", () => {
    const names = categoryNames(Array.from({ length: 1000 }, (_, i) => `a${".".repeat(i)}`));
    expect(names.at(-1)).toBe("A_1000");
  });
});
