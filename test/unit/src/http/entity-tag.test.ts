import { entityTagOf, isKnownTag } from "../../../../src/http/entity-tag";

it("the tag of a body is its SHA-256 in quotes", () => {
  // FIPS 180-4, the example "abc".
  const tag = '"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"';
  expect([entityTagOf("abc"), entityTagOf(Buffer.from("abc"))]).toEqual([tag, tag]);
});

it.each([
  [undefined, false],
  ["", false],
  ['"b"', false],
  ["a", false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b","a"', true],
  ['"b", W/"a" ,"c"', true],
  ['W/W/"a"', false],
  ["*", true],
  ['"b", *', true],
  ['"*"', false],
])('If-None-Match: %s says that the client has "a": %s', (header, isKnown) => {
  expect(isKnownTag(header, '"a"')).toBe(isKnown);
});
