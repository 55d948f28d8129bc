import fc from "fast-check";
import type { House, Value } from "../../../web/house/house";
import { usualHouse } from "../../../web/house/usual-value";
import { fragmentOf, settingsOf } from "../../../web/state/address";
import type { Settings } from "../../../web/state/settings";
import { EVERY_TYPE } from "./columns";

const USUAL: Settings = {
  house: usualHouse(EVERY_TYPE),
  model: undefined,
  coverage: 0.9,
  vary: undefined,
  against: undefined,
};

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0);
const house: fc.Arbitrary<House> = fc.record<Record<string, Value>>({
  area: number,
  rooms: fc.option(fc.integer()),
  built: fc.option(fc.integer()),
  sold: fc.option(fc.constantFrom("1999-12-31", "2024-02-29")),
  garage: fc.option(fc.boolean()),
  kind: fc.option(fc.string({ minLength: 1 })),
  unread: fc.option(number),
});
const model = fc.record({ name: fc.constantFrom("linear", "a-b"), version: fc.nat() });
const settings: fc.Arbitrary<Settings> = fc.record({
  house,
  model: fc.option(model, { nil: undefined }),
  coverage: fc.constantFrom(0.5, 0.8, 0.99),
  vary: fc.constantFrom(undefined, "sold", "kind"),
  against: fc.option(model, { nil: undefined }),
});

describe("the address of the page", () => {
  it("holds the whole state, and gives it back", () => {
    fc.assert(
      fc.property(settings, (each) => {
        expect(settingsOf(fragmentOf(each), EVERY_TYPE, USUAL)).toEqual(each);
      }),
    );
  });

  it("may be any text: what does not fit is as usual", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { house: found, coverage } = settingsOf(`#${text}`, EVERY_TYPE, USUAL);
        expect(Object.keys(found)).toEqual(EVERY_TYPE.map(({ apiName }) => apiName));
        expect(coverage).toBeGreaterThanOrEqual(0.5);
      }),
    );
    const odd = "#area=&rooms=many&.coverage=2&.model=linear&nothing=1";
    expect(settingsOf(odd, EVERY_TYPE, USUAL)).toEqual(USUAL);
  });
});
