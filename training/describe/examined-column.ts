import { HousePriceError } from "../../model/errors";
import { quoted } from "../../model/table/quoted";
import type { ColumnProfile } from "./column-profile";
import { CATEGORY, type ColumnType, type Conventions, numberTypeOf, typeOf } from "./column-type";
import { findDayFirst } from "./date-fit";
import { findNamed } from "./named-column";
import { findDecimalChar } from "./number-fit";
import type { DescribeOptions } from "./options";
import type { Scan } from "./scan";

export interface ExaminedColumn {
  readonly name: string;
  readonly position: number;
  readonly profile: ColumnProfile;
  readonly type: ColumnType;
  readonly isTarget: boolean;
  /** Whether the user excludes it. */
  readonly isIgnored: boolean;
}

/**
 * Infers the columns of a file.
 *
 * @throws HousePriceError COLUMNS_MISSING if an option names an unknown column; OPTION_INVALID if the target is ignored or categorical
 */
export function examineColumns(scan: Scan, options: DescribeOptions): ExaminedColumn[] {
  const { names, file, profiles } = scan;
  const positions = (list: readonly string[], option: string) =>
    new Set(list.map((name) => findNamed(name, option, names, file)));
  const [target] = positions([options.target], "--target");
  const ignored = positions(options.ignored ?? [], "--ignore");
  const categories = positions(options.categories ?? [], "--categories");
  if (ignored.has(target) || categories.has(target)) {
    const option = ignored.has(target) ? "--ignore" : "--categories";
    throw new HousePriceError(
      "OPTION_INVALID",
      `${option} names ${quoted(options.target)}, which is the target.`,
    );
  }
  const conventions: Conventions = {
    decimalChar: options.decimalChar ?? findDecimalChar(profiles),
    dayFirst: options.dayFirst ?? findDayFirst(profiles),
  };
  return names.map((name, position) => {
    const profile = profiles[position];
    const isTarget = position === target;
    const type = () => {
      if (isTarget) return numberTypeOf(profile, conventions);
      return categories.has(position) && profile.present > 0 ? CATEGORY : typeOf(profile, name, conventions);
    };
    return { name, position, profile, type: type(), isTarget, isIgnored: ignored.has(position) };
  });
}
