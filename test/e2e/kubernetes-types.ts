import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "./docker";

/** An object as kubectl prints it. The compiler checks its fields, in `typeErrors`. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: typeErrors checks it
  [field: string]: any;
}

/** Volumes of images are newer than the types of the package, which are those of Kubernetes 1.30. */
const IMAGE_VOLUME = `import "kubernetes-types/core/v1";
declare module "kubernetes-types/core/v1" {
  interface Volume { image?: { reference?: string; pullPolicy?: string } }
}`;

/**
 * Checks objects by the types that kubernetes-types generates from Kubernetes' OpenAPI schema: fields that are unknown,
 * missing or of another type.
 *
 * @returns what the compiler says; empty where every object is valid
 */
export function typeErrors(objects: readonly KubernetesObject[]): string {
  const directory = mkdtempSync(join(tmpdir(), "house-price-"));
  try {
    // As literals, of which the compiler refuses fields that the type does not have.
    const typed = objects.map((object, i) => {
      const type = `import("kubernetes-types/${moduleOf(object.apiVersion)}").${object.kind}`;
      return `export const object${i}: ${type} = ${JSON.stringify(object, null, 1)};`;
    });
    writeFileSync(join(directory, "objects.ts"), [IMAGE_VOLUME, ...typed].join("\n"));
    const paths = { "kubernetes-types/*": [join(PROJECT, "node_modules/kubernetes-types/*")] };
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: "preserve",
      skipLibCheck: true,
      types: [],
      paths,
    };
    writeFileSync(
      join(directory, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["objects.ts"] }),
    );
    const compiler = join(PROJECT, "node_modules/.bin/tsc");
    const { status, stdout, stderr } = spawnSync(compiler, ["-p", directory], { encoding: "utf8" });
    return status === 0 ? "" : `${stdout}${stderr}` || `The compiler ended with ${status}.`;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** `networking.k8s.io/v1` is in networking/v1, and `v1` in core/v1. */
function moduleOf(apiVersion: string): string {
  const [group, version] = apiVersion.includes("/") ? apiVersion.split("/") : ["core", apiVersion];
  return `${group?.split(".")[0]}/${version}`;
}
