import fc from "fast-check";
import { checkRuns } from "../../../../../cli/predict/parquet/run-lengths";

/** A number, seven bits a byte, the lowest first. */
function varInt(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varInt(value >>> 7)];
}

function repeated(count: number, width: number): number[] {
  return [...varInt(count << 1), ...new Array<number>(Math.ceil(width / 8)).fill(0)];
}

function packed(count: number, width: number): number[] {
  const groups = Math.ceil(count / 8);
  return [...varInt((groups << 1) | 1), ...new Array<number>(groups * width).fill(0)];
}

const run = fc.record({ count: fc.integer({ min: 1, max: 5_000 }), isPacked: fc.boolean() });

describe("runs of values", () => {
  it("may have all values of their page, repeated or packed, at any width", () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 1 }), fc.nat(31), (runs, width) => {
        // Only the last packed run may be filled up.
        const counts = runs.map(({ count, isPacked }, i) =>
          isPacked && i < runs.length - 1 ? Math.ceil(count / 8) * 8 : count,
        );
        const bytes = runs.flatMap(({ isPacked }, i) => (isPacked ? packed : repeated)(counts[i], width));
        const count = counts.reduce((sum, each) => sum + each, 0);
        expect(() => checkRuns(Uint8Array.from(bytes), width, count)).not.toThrow();
      }),
    );
  });

  it("may not have more values than their page", () => {
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.integer({ min: 1, max: 2 ** 29 }),
        fc.boolean(),
        (count, more, isPacked) => {
          fc.pre(count > 0);
          const header = isPacked
            ? varInt((Math.ceil((count + more) / 8 + 1) << 1) | 1)
            : varInt((count + more) << 1);
          expect(() => checkRuns(Uint8Array.from([...header, 0]), 1, count)).toThrow(RangeError);
        },
      ),
    );
  });

  it("may not have a length that does not end, or values of more bits than an index has", () => {
    expect(() => checkRuns(Uint8Array.of(0x80, 0x80), 1, 1)).toThrow("does not end");
    expect(() => checkRuns(new Uint8Array(9).fill(0xff), 1, 1)).toThrow("does not end");
    expect(() => checkRuns(Uint8Array.of(2, 0, 0, 0, 0), 32, 1)).toThrow("32 bits");
  });
});
