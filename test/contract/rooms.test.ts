import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { temporaryDirectory } from "../support/temporary-directory";

interface Finding {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string };
}

/** What `npm run lint` finds in a copy of the repository that has these files alone. */
async function lint(files: { readonly [path: string]: string }): Promise<readonly Finding[]> {
  const root = await temporaryDirectory();
  for (const name of ["biome.json", ".gitignore"]) await cp(name, join(root, name));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const biome = resolve("node_modules/.bin/biome");
  const report = await new Promise<string>((done) => {
    execFile(biome, ["lint", "--reporter=json", "."], { cwd: root }, (_error, stdout) => done(stdout));
  });
  const { diagnostics }: { diagnostics: readonly Finding[] } = JSON.parse(report);
  return diagnostics.filter(({ category }) => /noRestrictedImports|noImportCycles/.test(category));
}

const importing = (from: string) => `import { x } from "${from}";\n\nexport const y = x;\n`;

describe("imports run one way only", () => {
  const wrong: [room: string, from: string][] = [
    ["model", "../training/train"],
    ["model", "../schema/context"],
    ["model", "../src/config"],
    ["model", "../cli/train"],
    ["model", "danfojs-node"],
    ["model", "ml-matrix"],
    ["model", "fastify"],
    ["model", "type-graphql"],
    ["model", "@apollo/server"],
    ["model", "../export/program"],
    ["export", "../training/train"],
    ["export", "../cli/train"],
    ["training", "../schema/context"],
    ["training", "../src/config"],
    ["training", "../cli/train"],
    ["training", "fastify"],
    ["schema", "../training/train"],
    ["schema", "../src/config"],
    ["schema", "../cli/train"],
    ["schema", "danfojs-node"],
    ["schema", "ml-matrix"],
    ["schema", "@apollo/server"],
    ["src", "../training/train"],
    ["src", "../cli/train"],
    ["src", "danfojs-node"],
    ["src", "ml-matrix"],
    ["cli", "../schema/context"],
    ["cli", "../src/config"],
    ["cli", "fastify"],
    ["cli", "type-graphql"],
    ["web", "../model/table/table"],
    ["web", "../src/config"],
  ];
  const right: [room: string, from: string][] = [
    ["model", "./table/table"],
    ["training", "../model/table/table"],
    ["training", "danfojs-node"],
    ["schema", "../model/table/table"],
    ["schema", "type-graphql"],
    ["src", "../model/table/table"],
    ["src", "../schema/context"],
    ["src", "fastify"],
    ["cli", "../model/table/table"],
    ["web", "./gql/graphql"],
    ["cli", "../training/train"],
    ["cli", "../export/program"],
    ["export", "../model/model"],
  ];
  const files = (cases: readonly (readonly [string, string])[], kind: string) =>
    Object.fromEntries(cases.map(([room, from], i) => [`${room}/${kind}-${i}.ts`, importing(from)]));

  it("so the linter refuses each import that runs back, and no other", async () => {
    const findings = await lint({ ...files(wrong, "wrong"), ...files(right, "right") });
    const refused = findings.map(({ location }) => location.path).sort();
    expect(refused).toEqual(Object.keys(files(wrong, "wrong")).sort());
  });

  it.each([
    ["of a type", 'import type { X } from "../src/config";\n\nexport type Y = X;\n'],
    ["that exports again", 'export { x } from "../src/config";\n'],
    ["at run time", 'export const y = import("../src/config");\n'],
    ["from a folder within", 'import "../../src/config";\n'],
  ])("also where the import is one %s", async (what, text) => {
    const path = what === "from a folder within" ? "model/trees/x.ts" : "model/x.ts";
    const findings = await lint({ [path]: text });
    expect(findings).toHaveLength(1);
    expect(findings[0].message).toBe("model/ is the lowest room: it imports none of the others.");
  });
});

describe("imports do not run in a circle", () => {
  it("so the linter refuses two files that import each other", async () => {
    const findings = await lint({ "model/a.ts": importing("./b"), "model/b.ts": importing("./a") });
    expect(findings.map(({ location }) => location.path).sort()).toEqual(["model/a.ts", "model/b.ts"]);
  });

  it("so the linter refuses a circle of three", async () => {
    const files = {
      "src/a.ts": importing("./b"),
      "src/b.ts": importing("./c"),
      "src/c.ts": importing("./a"),
    };
    expect(await lint(files)).toHaveLength(3);
  });
});

describe("a kind of estimator is known by its own folders and the two lists", () => {
  const ROOMS = ["model", "training", "export", "schema", "src", "cli"];
  const KINDS = readdirSync("model/estimators", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .join("|");
  const KIND_FOLDER = new RegExp(`^(model/estimators|training)/(${KINDS})/`);
  /** The two lists, and a command that chooses the penalties of one kind. */
  const KNOW_THEM = ["model/estimators/kinds.ts", "training/trainers.ts"];
  const asksForKind = new RegExp(`\\.kind [!=]== "(${KINDS})"`);

  async function sources(): Promise<[path: string, text: string][]> {
    const names = await Promise.all(
      ROOMS.map(async (room) => (await readdir(room, { recursive: true })).map((name) => join(room, name))),
    );
    const paths = names.flat().filter((path) => path.endsWith(".ts"));
    return Promise.all(
      paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, "utf8")]),
    );
  }

  it("so no other file imports from its folders, or asks of which kind something is", async () => {
    const others = (await sources()).filter(([path]) => !KIND_FOLDER.test(path) && !KNOW_THEM.includes(path));
    expect(others.length).toBeGreaterThan(100);
    for (const [path, text] of others) {
      const imported = [...text.matchAll(/(?:from|import\(|require\() ?"(\.[^"]+)"/g)].map(([, from]) =>
        relative(".", join(dirname(path), from)),
      );
      expect({ path, known: imported.filter((from) => KIND_FOLDER.test(`${from}/`)) }).toEqual({
        path,
        known: [],
      });
      expect({ path, asked: asksForKind.test(text) }).toEqual({ path, asked: false });
    }
  });
});
