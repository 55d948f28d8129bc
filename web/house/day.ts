const DAY_MS = 86_400_000;

/** A day as the API writes it, such as 2024-05-31, from the number of days since 1970-01-01. */
export const dayOf = (days: number): string => new Date(Math.round(days) * DAY_MS).toISOString().slice(0, 10);

/** The number of days since 1970-01-01; NaN where the text is no day. */
export const daysOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
