import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { temporaryDirectory } from "../support/temporary-directory";

interface Component {
  readonly "bom-ref": string;
  readonly purl: string;
  readonly hashes: readonly { readonly content: string }[];
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn: readonly string[];
}

interface Sbom {
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
}

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

const text = readFileSync("dist/server/sbom.cdx.json", "utf8");
const sbom: Sbom = JSON.parse(text);
const purls = sbom.components.map(({ purl }) => purl);

/** Bundles the server anew, and gives what esbuild says about it. */
async function bundle(): Promise<{ metafiles: readonly Metafile[]; sbom: string }> {
  const out = await temporaryDirectory();
  const script = `import("./scripts/bundle-server.mjs").then(async ({ bundleServer }) =>
    process.stdout.write(JSON.stringify(await bundleServer(process.argv[1]))))`;
  const printed = execFileSync(process.execPath, ["-e", script, out], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return { metafiles: JSON.parse(printed), sbom: readFileSync(join(out, "sbom.cdx.json"), "utf8") };
}

/** The purl of the package that this file belongs to; none for our own files. */
function purlOfFile(file: string): string[] {
  const parts = file.split("/");
  const start = parts.lastIndexOf("node_modules") + 1;
  if (start === 0) return [];
  const folder = parts.slice(0, parts[start]?.startsWith("@") ? start + 2 : start + 1).join("/");
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return [`pkg:npm/${name.replace("@", "%40")}@${version}`];
}

describe("the software bill of materials of the server", () => {
  it("lists exactly the packages of which the bundle contains code, and a second bundle gives the same document", async () => {
    const { metafiles, sbom: again } = await bundle();
    const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
    const files = outputs.flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? file : [])),
    );
    expect([...purls].sort()).toEqual([...new Set(files.flatMap(purlOfFile))].sort());
    expect(again).toBe(text);
  });

  it("is valid CycloneDX 1.6", async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(text)).toBeNull();
    expect(await validator.validate(text.replace('"SHA-512"', '"SHA-51"'))).not.toBeNull();
  });

  it("tells of each package the hash of its archive, and reaches it from the application", () => {
    const hashes = sbom.components.map(({ hashes: [hash] }) => hash?.content ?? "");
    expect(hashes.filter((hash) => !/^[0-9a-f]{128}$/.test(hash))).toEqual([]);
    const imports = new Map(sbom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    const reached = new Set(["house-price-graphql"]);
    for (const ref of reached) for (const next of imports.get(ref) ?? []) reached.add(next);
    expect([...reached].sort()).toEqual(["house-price-graphql", ...purls].sort());
  });

  it("has the packages of serving and of the page, and none of training or of tests", () => {
    const has = (name: string) => purls.some((purl) => purl.startsWith(`pkg:npm/${name}@`));
    for (const name of ["%40apollo/server", "fastify", "graphql", "preact"])
      expect([name, has(name)]).toEqual([name, true]);
    for (const name of ["danfojs-node", "typescript", "esbuild", "jest"])
      expect([name, has(name)]).toEqual([name, false]);
  });
});
