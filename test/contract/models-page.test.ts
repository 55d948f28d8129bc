import { readFileSync } from "node:fs";

const page = readFileSync("docs/MODELS.md", "utf8");
const [, format] = page.split("\n## Format\n");
const named = new Set([...format.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code.match(/\w+/g) ?? []));

/** The names of all fields in a JSON value, however deep; docs/OWN_DATA.md describes those of a table. */
function fieldNames(json: unknown): string[] {
  if (typeof json !== "object" || json === null) return [];
  if (Array.isArray(json)) return json.flatMap(fieldNames);
  return Object.entries(json).flatMap(([name, value]) =>
    name === "table" ? [name] : [name, ...fieldNames(value)],
  );
}

describe("docs/MODELS.md", () => {
  it.each(["linear/1", "linear/2"])("when %s has a field, then the page describes it", (version) => {
    const text = readFileSync(`model/trained/${version}/model.json`, "utf8");
    const missing = fieldNames(JSON.parse(text)).filter((name) => !named.has(name));
    expect([...new Set(missing)]).toEqual([]);
  });
});
