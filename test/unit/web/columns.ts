import type { Column } from "../../../web/house/house";

const QUANTILES = Array.from({ length: 19 }, (_, i) => 10 + i);

/** A column of numbers from 0 to 1000, most of which are from 10 to 28. */
export function columnOf(parts: Partial<Column>): Column {
  return {
    apiName: "rooms",
    label: "rooms",
    type: "NUMBER",
    role: "FEATURE",
    required: false,
    missingShare: 0,
    min: 0,
    max: 1000,
    quantiles: QUANTILES,
    ...parts,
  };
}

export const EVERY_TYPE: readonly Column[] = [
  columnOf({ apiName: "area", type: "NUMBER", required: true }),
  columnOf({ apiName: "rooms", type: "INTEGER" }),
  columnOf({ apiName: "built", type: "YEAR", missingShare: 0.7 }),
  columnOf({ apiName: "sold", type: "DATE" }),
  columnOf({
    apiName: "garage",
    type: "BOOLEAN",
    min: 0,
    max: 1,
    quantiles: QUANTILES.map((_, i) => (i > 5 ? 1 : 0)),
  }),
  columnOf({
    apiName: "kind",
    type: "CATEGORY",
    min: null,
    max: null,
    quantiles: null,
    categories: [
      { text: "flat", enumValue: "FLAT", rows: 3 },
      { text: "to renovate", enumValue: "TO_RENOVATE", rows: 7 },
    ],
  }),
  columnOf({ apiName: "unread", min: null, max: null, quantiles: null, missingShare: null }),
];
