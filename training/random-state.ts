import { mersenne } from "pure-rand/generator/mersenne";

/** Maximum seed of NumPy's `RandomState`. */
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

  /** A random permutation of 0 to n - 1. */
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

  /** A random integer from 0 to `max`, inclusive. */
  private interval(max: number): number {
    // Masked rejection: values beyond max are drawn again.
    const mask = 2 ** (32 - Math.clz32(max)) - 1;
    for (;;) {
      const value = (this.generator.next() & mask) >>> 0;
      if (value <= max) return value;
    }
  }
}
