import { bodyLimit, bytesPerRow } from "../../../src/body-limit";
import { CALIFORNIA } from "../../support/california";
import { EVERY_TYPE, tableOf } from "../../support/every-type";

const MAX_BATCH_SIZE = 10_000;

describe("the largest body", () => {
  it("is 2 MB for a batch of the table that ships with the project", () => {
    expect(bodyLimit(CALIFORNIA, { MAX_BATCH_SIZE })).toBe(1_990_000);
  });

  it("has room for rows of every type, written with a space after each mark", () => {
    const row = {
      area: 104.531_25,
      rooms: 4,
      built: 1990,
      garden: false,
      sold: "2024-05-31",
      style: "SEMI_DETACHED",
      garage: "TWO_CARS",
      place: "Place 109",
    };
    const written = JSON.stringify(row).replace(/[,:]/g, "$& ").length + 2;
    expect(bytesPerRow(tableOf(EVERY_TYPE))).toBeGreaterThanOrEqual(written);
    expect(bytesPerRow(tableOf(EVERY_TYPE))).toBeLessThan(1.3 * written);
  });

  it("is at most 8 MB, however wide the table is; and a row always fits", () => {
    const wide = tableOf(Array.from({ length: 999 }, (_, i) => ({ name: `column${i}`, type: "number" })));
    expect(bodyLimit(wide, { MAX_BATCH_SIZE })).toBe(8_000_000);
    expect(bodyLimit(wide, { MAX_BATCH_SIZE: 1 })).toBe(100_000 + bytesPerRow(wide));
    expect(bodyLimit(CALIFORNIA, { MAX_BATCH_SIZE: 1 })).toBe(100_000);
  });
});
