import fc from "fast-check";
import { detach, toCandidate, toCell, tryReading } from "../../../../training/describe/candidate";
import { numbersWith } from "../../../support/profiles";

describe("a reading that is tried", () => {
  it("counts the cells that it fits, and keeps those that it does not", () => {
    const candidate = toCandidate(numbersWith("."));
    for (const [i, text] of ["1.5", "x", "-2", "1,5"].entries()) tryReading(candidate, text, i + 2);

    expect(candidate).toMatchObject({
      fits: 2,
      range: { min: -2, max: 1.5, maxLine: 2 },
      misfits: [
        { line: 3, text: "x" },
        { line: 5, text: "1,5" },
      ],
    });
  });

  it("fits numbers that models can compute with", () => {
    const candidate = toCandidate(numbersWith("."));
    for (const text of ["1e60", "-1e60", "1.0001e60", "-1e61"]) tryReading(candidate, text, 2);

    expect([candidate.fits, candidate.misfits.length]).toEqual([2, 2]);
  });

  it("keeps twenty misfits", () => {
    const candidate = toCandidate(numbersWith("."));
    for (let line = 2; line < 40; line++) tryReading(candidate, "x", line);

    expect(candidate.misfits.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
  });
});

describe("a cell for messages", () => {
  it("has a hundred characters at most", () => {
    expect(toCell("x".repeat(100), 7)).toEqual({ line: 7, text: "x".repeat(100) });
    expect(toCell(`${"x".repeat(100)}y`, 7)).toEqual({ line: 7, text: "x".repeat(100) });
  });
});

describe("a text that is detached", () => {
  it("stays the same text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(detach(text)).toBe(text);
      }),
    );
  });

  it("stays the same text if it was cut within a character", () => {
    const half = `${"x".repeat(20)}🏠`.slice(0, 21);

    expect(detach(half)).toBe(half);
  });
});
