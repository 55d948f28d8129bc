import type { Column, House, Value } from "../house/house";
import { idOf, modelOf, type Settings } from "./settings";

/** No column is called so: names in GraphQL have no point. */
const MODEL = ".model";
const COVERAGE = ".coverage";
const VARY = ".vary";
const AGAINST = ".against";

/**
 * The settings as the fragment of an address, which a browser keeps to itself: no house ever stands in a log of a server or a
 * proxy.
 */
export function fragmentOf({ house, model, coverage, vary, against }: Settings): string {
  const parts = new URLSearchParams(
    Object.fromEntries(
      Object.entries(house).map(([name, value]) => [name, value === null ? "" : String(value)]),
    ),
  );
  if (model) parts.set(MODEL, idOf(model));
  parts.set(COVERAGE, String(coverage));
  if (vary) parts.set(VARY, vary);
  if (against) parts.set(AGAINST, idOf(against));
  return `#${parts}`;
}

/** The settings of an address; what it lacks, or what does not fit the table, is as in `usual`. */
export function settingsOf(fragment: string, columns: readonly Column[], usual: Settings): Settings {
  const parts = new URLSearchParams(fragment.slice(1));
  const house: House = Object.fromEntries(
    columns.map((column) => {
      const text = parts.get(column.apiName);
      const value = text === null ? undefined : readValue(column, text);
      return [column.apiName, value === undefined ? (usual.house[column.apiName] ?? null) : value];
    }),
  );
  const coverage = Number(parts.get(COVERAGE));
  return {
    house,
    model: modelOf(parts.get(MODEL)) ?? usual.model,
    coverage: coverage >= 0.5 && coverage <= 0.99 ? coverage : usual.coverage,
    vary: columns.find(({ apiName }) => apiName === parts.get(VARY))?.apiName ?? usual.vary,
    against: modelOf(parts.get(AGAINST)) ?? usual.against,
  };
}

/** A value as the fragment has it; undefined where it is none of the column. */
function readValue({ type, required }: Column, text: string): Value | undefined {
  if (text === "") return required ? undefined : null;
  if (type === "CATEGORY" || type === "DATE") return text;
  if (type === "BOOLEAN") return text === "true";
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}
