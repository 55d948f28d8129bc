import fc from "fast-check";
import { MAX_SEED, RandomState } from "../../../training/random-state";
import otherSplits from "../../reference/other-splits.json";

const seeds = fc.integer({ min: 0, max: MAX_SEED });

describe("RandomState", () => {
  it.each(otherSplits.permutations)("permutes as NumPy when the seed is $seed and n is $n", (expected) => {
    expect([...new RandomState(expected.seed).permutation(expected.n)]).toEqual(expected.permutation);
  });

  it("gives each of 0 to n - 1 once, whatever the seed", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 500 }), (seed, n) => {
        const sorted = new RandomState(seed).permutation(n).sort();
        expect([...sorted]).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });

  it("gives the same order again when the seed is the same, and goes on when it is asked twice", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first, second] = [new RandomState(seed), new RandomState(seed)];
        const order = first.permutation(100);
        expect(order).toEqual(second.permutation(100));
        expect(first.permutation(100)).not.toEqual(order);
      }),
    );
  });

  it("gives other orders when the seeds differ", () => {
    fc.assert(
      fc.property(fc.uniqueArray(seeds, { minLength: 2, maxLength: 2 }), ([one, other]) => {
        expect(new RandomState(one).permutation(100)).not.toEqual(new RandomState(other).permutation(100));
      }),
    );
  });

  it("puts every number first about as often, so that masked rejection is not biased", () => {
    // 3 is not a power of two less one, so a modulo instead of a rejection would favour some.
    const first = [0, 0, 0];
    const random = new RandomState(1);
    for (let i = 0; i < 6000; i++) first[random.permutation(3)[0]]++;
    // 2000 are expected, with a standard deviation of 37.
    for (const count of first) expect(Math.abs(count - 2000)).toBeLessThan(185);
  });
});
