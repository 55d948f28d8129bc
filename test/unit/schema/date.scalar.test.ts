import { parseValue } from "graphql";
import { DateScalar } from "../../../schema/date.scalar";

it.each([
  ["1970-01-01", 0],
  ["2024-02-29", 19_782],
  ["0099-12-31", -683_004],
])("%s is day %d", (text, days) => {
  expect(DateScalar.parseValue(text)).toBe(days);
  expect(DateScalar.parseLiteral(parseValue(`"${text}"`))).toBe(days);
  expect(DateScalar.serialize(days)).toBe(text);
});

it.each([
  "2023-02-29",
  "2024-1-5",
  "2024-01-05T00:00",
  " 2024-01-05",
  "05/01/2024",
  "",
  20_240_105,
  null,
  true,
  {},
  [],
])("%j is no day", (value) => {
  expect(() => DateScalar.parseValue(value)).toThrow('must be a string with a day, such as "2024-05-31"');
});

it("a number in a query is no day", () => {
  expect(() => DateScalar.parseLiteral(parseValue("20240105"))).toThrow("must be a string with a day");
});
