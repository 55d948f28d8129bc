import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "../../model/model";
import type { DescribeOptions } from "../describe/options";
import { findTrainer } from "../trainer-named";

const SHIPPED = "data";

/**
 * The command that reproduces the model byte for byte.
 *
 * @param given - the user's table options
 */
export function reproductionCommand({ file, table }: Model, given: Partial<DescribeOptions>): string {
  const { name, features, trainingData, trainedAt, note } = file;
  const { seed, testSize, source } = trainingData;
  const isShipped = existsSync(join(SHIPPED, source));
  const words = [
    isShipped ? `--data ${quotedWord(join(SHIPPED, source))}` : `--data ${quotedWord(source)}`,
    isShipped ? undefined : `--target ${quotedWord(table.target.name)}`,
    ...tableWords(given),
    `--model ${name}`,
    findTrainer(name)?.takesFeatures
      ? `--features ${featureList(
          features.map((each) => each.name),
          table.width,
        )}`
      : undefined,
    `--seed ${seed} --test-size ${testSize}`,
    note === undefined ? undefined : `--note ${quotedWord(note)}`,
  ];
  return [
    `SOURCE_DATE_EPOCH=${Math.floor(Date.parse(trainedAt) / 1000)} npm run train --`,
    words.filter((word) => word !== undefined).join(" "),
  ].join(" \\\n  ");
}

/** Command-line options for a table without a schema. */
function tableWords({
  delimiter,
  decimalChar,
  dayFirst,
  missing,
  ignored,
  categories,
  currency,
}: Partial<DescribeOptions>): (string | undefined)[] {
  const option = (name: string, value: string | undefined) =>
    value === undefined ? undefined : `--${name} ${quotedWord(value)}`;
  return [
    option("delimiter", delimiter === "\t" ? "tab" : delimiter),
    option("decimal", decimalChar && (decimalChar === "," ? "comma" : "point")),
    option("dates", dayFirst === undefined ? undefined : dayFirst ? "dmy" : "mdy"),
    option("missing", missing && listWord(missing)),
    option("ignore", ignored && listWord(ignored)),
    option("categories", categories && listWord(categories)),
    option("currency", currency),
  ];
}

function featureList(names: readonly string[], width: number): string {
  return names.length === width ? "all" : quotedWord(listWord(names));
}

/** The inverse of `parseList`. */
function listWord(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(",", "\\,")).join(",");
}

/** Quotes a word for a POSIX shell, without line breaks or Markdown fences. */
function quotedWord(text: string): string {
  if (/^[\w./,-]+$/.test(text)) return text;
  return `'${text.replace(/[\r\n`]/g, "_").replaceAll("'", "'\\''")}'`;
}
