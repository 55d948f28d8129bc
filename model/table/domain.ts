/** Allowed values of a column. A value outside is an error; outside the training range, a warning. */
export interface Domain {
  readonly min: number;
  readonly max: number;
  readonly exclusiveMin: boolean;
  readonly exclusiveMax?: boolean;
}

export const ANY_NUMBER: Domain = { min: -Infinity, max: Infinity, exclusiveMin: false };

/**
 * Largest magnitude for computations. Its fifth power is finite, so neither products of features nor squared distances overflow to
 * infinity, which JSON cannot express.
 */
export const LARGEST_MAGNITUDE = 1e60;

/** The one check of a value: in its domain, and small enough to compute with. */
export function isAcceptable(value: number, domain: Domain): boolean {
  return isWithin(value, domain) && Math.abs(value) <= LARGEST_MAGNITUDE;
}

function isWithin(value: number, { min, max, exclusiveMin, exclusiveMax }: Domain): boolean {
  return (exclusiveMin ? value > min : value >= min) && (exclusiveMax ? value < max : value <= max);
}

/**
 * Describes a domain: "greater than 0", "from -90 to 90".
 *
 * @param show - formats a bound
 */
export function describeDomain(domain: Domain, show: (bound: number) => string = String): string {
  const { min, max, exclusiveMin, exclusiveMax } = domain;
  if (min === -Infinity && max === Infinity) return "of any size";
  // Date formats cannot show infinity.
  const below = max === Infinity ? "" : exclusiveMax ? `less than ${show(max)}` : `${show(max)} or less`;
  if (min === -Infinity) return below;
  const above = exclusiveMin ? `greater than ${show(min)}` : `${show(min)} or greater`;
  if (max === Infinity) return above;
  return exclusiveMin || exclusiveMax ? `${above} and ${below}` : `from ${show(min)} to ${show(max)}`;
}

/**
 * Describes an unacceptable value, as the end of a sentence that begins with the column name: "must be a finite number, greater than 0;
 * it is -1".
 *
 * @param shown - the value as written by the user
 * @param show - formats a bound, if not as a number
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
