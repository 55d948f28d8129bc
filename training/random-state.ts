import { mersenne } from "pure-rand/generator/mersenne";

/** The largest seed that NumPy's `RandomState` takes. */
export const MAX_SEED = 2 ** 32 - 1;

/**
 * Draws as NumPy's legacy `RandomState` does, so that a seed means here what `random_state` means in scikit-learn.
 *
 * Source: NumPy, `numpy/random/mtrand.pyx` (`_shuffle_raw`) and `src/legacy`, `random_interval`: MT19937 seeded by
 * `init_genrand`; Fisher-Yates from the end; bounded integers by masked rejection.
 */
export class RandomState {
  private readonly generator;

  /** @param seed - integer from 0 to {@link MAX_SEED} */
  constructor(seed: number) {
    this.generator = mersenne(seed | 0);
  }

  /** A random order of the integers 0 to n - 1. */
  permutation(n: number): Int32Array {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.interval(i);
      const swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /** A random integer from 0 to `max`, both included. */
  private interval(max: number): number {
    // The smallest mask of ones that covers max; what falls beyond max is drawn again.
    const mask = 2 ** (32 - Math.clz32(max)) - 1;
    for (;;) {
      const value = (this.generator.next() & mask) >>> 0;
      if (value <= max) return value;
    }
  }
}
