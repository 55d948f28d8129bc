import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "../../model/model";
import { findTrainer } from "../trainer-named";

/** Where the table is that ships with the project. */
const SHIPPED = "data";

/** The command that gives the same model again, byte for byte. */
export function reproductionCommand({ file, table }: Model): string {
  const { name, features, trainingData, trainedAt, note } = file;
  const { seed, testSize, source } = trainingData;
  const isShipped = existsSync(join(SHIPPED, source));
  const words = [
    isShipped ? `--data ${quotedWord(join(SHIPPED, source))}` : `--data ${quotedWord(source)}`,
    isShipped ? undefined : `--target ${quotedWord(table.target.name)}`,
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

function featureList(names: readonly string[], width: number): string {
  if (names.length === width) return "all";
  return quotedWord(names.map((name) => name.replaceAll(",", "\\,")).join(","));
}

/** A word of a POSIX shell, without line breaks, and without what would end a block of Markdown. */
function quotedWord(text: string): string {
  if (/^[\w./,-]+$/.test(text)) return text;
  return `'${text.replace(/[\r\n`]/g, "_").replaceAll("'", "'\\''")}'`;
}
