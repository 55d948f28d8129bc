/** The values that a column may have. A value outside its domain is an error; outside the training range, a warning. */
export interface Domain {
  readonly min: number;
  readonly max: number;
  /** Whether `min` itself is excluded. */
  readonly exclusiveMin: boolean;
}

/** Every number. */
export const ANY_NUMBER: Domain = { min: -Infinity, max: Infinity, exclusiveMin: false };

/**
 * Largest magnitude that a model computes with. Its fifth power is still finite, so neither a product of features nor
 * the square of a distance overflows to infinity, which JSON cannot express.
 */
export const LARGEST_MAGNITUDE = 1e60;

/** Whether `value` is a number of the domain that a model can compute with: the one check of a value. */
export function isAcceptable(value: number, { min, max, exclusiveMin }: Domain): boolean {
  return (exclusiveMin ? value > min : value >= min) && value <= max && Math.abs(value) <= LARGEST_MAGNITUDE;
}

/** Describes a domain: "greater than 0", "from -90 to 90". */
export function describeDomain({ min, max, exclusiveMin }: Domain): string {
  if (max !== Infinity) return `from ${min} to ${max}`;
  if (min === -Infinity) return "of any size";
  return exclusiveMin ? `greater than ${min}` : `${min} or greater`;
}

/**
 * What is wrong with a value that is not acceptable, and what would be right, as the rest of a sentence that begins with
 * the column's name: "must be a finite number, greater than 0; it is -1".
 *
 * @param shown - the value as the user wrote it
 */
export function describeUnacceptable(value: number, domain: Domain, shown: string): string {
  const { min, max } = domain;
  if (Number.isFinite(value) && value >= min && value <= max && Math.abs(value) > LARGEST_MAGNITUDE) {
    return `is too large to compute with: it must be at most ${LARGEST_MAGNITUDE}; it is ${shown}`;
  }
  return `must be a finite number, ${describeDomain(domain)}; it is ${shown}`;
}
