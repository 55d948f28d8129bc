import type { Role } from "../../model/table/schema-format";
import type { ExaminedColumn } from "./examined-column";
import { reasonToLeaveOut } from "./left-out";
import { findLocation, type Location } from "./location";
import type { Scan } from "./scan";

export interface DecidedColumn extends ExaminedColumn {
  readonly role: Role;
  /** Why the column is left out; undefined if it is used. */
  readonly reason: string | undefined;
}

export interface Decisions {
  readonly columns: readonly DecidedColumn[];
  /** Why there is no location although names suggest one. */
  readonly locationProblem: string | undefined;
}

/** Decides which columns to use, and which are the location. The target is always used. */
export function decideColumns(columns: readonly ExaminedColumn[], scan: Scan): Decisions {
  const reasons = columns.map((column) => findReason(column, scan));
  const features = columns.filter(({ isTarget }, i) => !isTarget && reasons[i] === undefined);
  const { location, problem } = findLocation(features);
  return {
    columns: columns.map((column, i) => ({
      ...column,
      role: reasons[i] === undefined ? roleOf(column, location) : "ignored",
      reason: reasons[i],
    })),
    locationProblem: problem,
  };
}

function findReason(column: ExaminedColumn, { sample }: Scan): string | undefined {
  if (column.isTarget) return undefined;
  return column.isIgnored ? "excluded by you" : reasonToLeaveOut(column, sample);
}

function roleOf(column: ExaminedColumn, location: Location | undefined): Role {
  if (column.isTarget) return "target";
  if (column === location?.latitude) return "latitude";
  return column === location?.longitude ? "longitude" : "feature";
}
