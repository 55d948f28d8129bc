/** The values that a column may have. A value outside its domain is an error; outside the training range, a warning. */
export interface Domain {
  readonly min: number;
  readonly max: number;
  /** Whether `min` itself is excluded. */
  readonly exclusiveMin: boolean;
  /** Whether `max` itself is excluded. */
  readonly exclusiveMax?: boolean;
}

/** Every number. */
export const ANY_NUMBER: Domain = { min: -Infinity, max: Infinity, exclusiveMin: false };

/**
 * Largest magnitude that a model computes with. Its fifth power is still finite, so neither a product of features nor
 * the square of a distance overflows to infinity, which JSON cannot express.
 */
export const LARGEST_MAGNITUDE = 1e60;

/** Whether `value` is a number of the domain that a model can compute with: the one check of a value. */
export function isAcceptable(value: number, domain: Domain): boolean {
  return isWithin(value, domain) && Math.abs(value) <= LARGEST_MAGNITUDE;
}

function isWithin(value: number, { min, max, exclusiveMin, exclusiveMax }: Domain): boolean {
  return (exclusiveMin ? value > min : value >= min) && (exclusiveMax ? value < max : value <= max);
}

/**
 * Describes a domain: "greater than 0", "from -90 to 90".
 *
 * @param show - writes a bound as users do
 */
export function describeDomain(domain: Domain, show: (bound: number) => string = String): string {
  const { min, max, exclusiveMin, exclusiveMax } = domain;
  if (min === -Infinity && max === Infinity) return "of any size";
  // What shows dates cannot show infinity.
  const below = max === Infinity ? "" : exclusiveMax ? `less than ${show(max)}` : `${show(max)} or less`;
  if (min === -Infinity) return below;
  const above = exclusiveMin ? `greater than ${show(min)}` : `${show(min)} or greater`;
  if (max === Infinity) return above;
  return exclusiveMin || exclusiveMax ? `${above} and ${below}` : `from ${show(min)} to ${show(max)}`;
}

/**
 * What is wrong with a value that is not acceptable, and what would be right, as the rest of a sentence that begins with
 * the column's name: "must be a finite number, greater than 0; it is -1".
 *
 * @param shown - the value as the user wrote it
 * @param show - writes a bound as users do, where that is not as a number
 */
export function describeUnacceptable(
  value: number,
  domain: Domain,
  shown: string,
  show?: (bound: number) => string,
): string {
  if (Number.isFinite(value) && isWithin(value, domain)) {
    return `is too large: it must be at most ${LARGEST_MAGNITUDE}; it is ${shown}`;
  }
  const range = describeDomain(domain, show);
  return show ? `must be ${range}; it is ${shown}` : `must be a finite number, ${range}; it is ${shown}`;
}
