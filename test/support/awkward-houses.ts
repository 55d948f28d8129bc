import { stringify } from "csv-stringify/sync";
import type { Model } from "../../model/model";
import { writeCsv } from "./housing-csv";
import { randomNumbers } from "./smooth-houses";
import { trainOnce } from "./train-once";

/** Categories that end a text of SQL, or a line of a file, where they are not quoted. */
export const AWKWARD_STYLES = [
  "'; --",
  "'; DROP TABLE houses; --",
  'the "old" one',
  "Saint Anne's",
  "a\\b\\'",
  "two  blanks",
  "Straße",
  "日本",
  "🏠",
  "$1 $$ %s {0}",
  "null",
] as const;

/** More places than an enum has: a question may have any other text. */
export const AWKWARD_PLACES = Array.from({ length: 130 }, (_, i) => `place '${i}' \\`);

/**
 * A model of a table whose names and categories have quotes, blanks and letters of many scripts, and whose columns are of every type
 * and lack some values.
 */
export function modelOfAwkwardHouses(kind: "linear" | "smooth"): Promise<Model> {
  return trainOnce("awkward-houses", kind, writeAwkwardHouses);
}

function writeAwkwardHouses(): Promise<string> {
  const random = randomNumbers(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const rows = Array.from({ length: 1200 }, (_, i) => {
    const area = Math.round(40 + 200 * random());
    const style = pick(AWKWARD_STYLES);
    const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(3000 * random()))).toISOString().slice(0, 10);
    const garden = random() < 0.2 ? "" : pick(["true", "false"]);
    const price = 1000 * area + 5000 * style.length + (garden === "true" ? 20_000 : 0) + 10_000 * random();
    return [
      area,
      random() < 0.1 ? "" : Math.ceil(area / 30),
      random() < 0.1 ? "" : style,
      AWKWARD_PLACES[i % AWKWARD_PLACES.length],
      day,
      garden,
      Math.round(price),
    ];
  });
  const header = ['living "area" (m²)', "rooms'; --", "the style", "place\\name", "sold", "garden", "price"];
  const lines = stringify([header, ...rows])
    .trimEnd()
    .split("\n");
  return writeCsv(lines);
}
