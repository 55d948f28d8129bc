import { HousePriceError } from "../model/errors";
import { quoted } from "../model/table/quoted";
import type { TableSchema } from "../model/table/schema-format";
import { Table } from "../model/table/table";
import type { Trainer } from "./trainer";

const MAX_LISTED = 30;

/**
 * Names in the file of the columns to learn from.
 *
 * @param given - names in the file or the API, or `all`; by default the schema's `defaultFeatures`, or all
 * @throws HousePriceError OPTION_INVALID
 */
export function chooseFeatures(
  schema: TableSchema,
  given: readonly string[] | undefined,
  { name: model, takesFeatures }: Trainer,
): string[] {
  const { features } = new Table(schema);
  const all = features.map(({ name }) => name);
  const wanted = given ?? (takesFeatures ? schema.defaultFeatures : undefined) ?? ["all"];
  if (wanted.length === 1 && wanted[0] === "all" && !all.includes("all")) return all;
  if (!takesFeatures) {
    throw invalid(
      `--features ${wanted.join(",")} cannot be used with --model ${model}, which uses all features: omit it.`,
    );
  }
  const found = wanted.map((name) => features.find((feature) => feature.names.includes(name))?.name);
  const unknown = wanted.filter((_, i) => found[i] === undefined);
  if (unknown.length > 0) {
    throw invalid(`--features: unknown: ${unknown.map(quoted).join(", ")}. Available: ${listed(all)}.`);
  }
  const names = found.filter((name) => name !== undefined);
  if (new Set(names).size < names.length) throw invalid("--features: a feature is named twice.");
  return names;
}

function listed(names: readonly string[]): string {
  const list = names.slice(0, MAX_LISTED).join(", ");
  return names.length > MAX_LISTED ? `${list} and ${names.length - MAX_LISTED} more` : list;
}

function invalid(message: string): HousePriceError {
  return new HousePriceError("OPTION_INVALID", message);
}
