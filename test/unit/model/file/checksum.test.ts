import fc from "fast-check";
import { HousePriceError } from "../../../../model/errors";
import { isSealed, seal, sha256, UNSEALED } from "../../../../model/file/checksum";
import { verifyModel } from "../../../../model/file/read-model";
import { committedBytes } from "../../../support/committed-models";

const bytes = committedBytes(1);
const PATH = "trained/linear/1/model.json";

/** What refuses the bytes; undefined where they are accepted. */
function refusal(damaged: Buffer): unknown {
  try {
    verifyModel(damaged, PATH);
    return undefined;
  } catch (error) {
    return error;
  }
}

function expectRefused(damaged: Buffer): void {
  const error = refusal(damaged);
  expect(error).toBeInstanceOf(HousePriceError);
  expect(String(error)).toContain(PATH);
}

describe("the checksum of a model file", () => {
  it("is SHA-256 as the standard has it", () => {
    // FIPS 180-2, appendix B.1.
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("holds for what was sealed, and for nothing that has no checksum", () => {
    const text = `{\n  "checksum": "${UNSEALED}",\n  "name": "é"\n}\n`;
    expect(isSealed(Buffer.from(seal(text)))).toBe(true);
    expect(isSealed(Buffer.from(text))).toBe(false);
    expect(isSealed(Buffer.from("{}"))).toBe(false);
    expect(isSealed(Buffer.alloc(0))).toBe(false);
  });

  it("accepts the file as it was saved", () => {
    expect(refusal(bytes)).toBeUndefined();
  });

  it("refuses the file, by name, when any one byte of it is another", () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(change, ([at, flip]) => {
        const damaged = Buffer.from(bytes);
        damaged[at] ^= flip;
        expectRefused(damaged);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses the file when it ends anywhere before its end", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => expectRefused(bytes.subarray(0, length))),
      { numRuns: 300 },
    );
  });

  it("refuses the file when anything is added to it", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.uint8Array({ minLength: 1, maxLength: 3 }), (at, added) => {
        expectRefused(Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]));
      }),
      { numRuns: 300 },
    );
  });
});
