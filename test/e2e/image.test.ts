import { readFileSync } from "node:fs";
import { docker, dockerSucceeds, PROJECT, uniqueName } from "./docker";

const BASE = "node:24-bookworm-slim";

const image = uniqueName();

/** Bytes of all layers of an image. */
function bytesOf(name: string): number {
  return Number(docker(["image", "inspect", "--format", "{{.Size}}", name]));
}

/** Runs a command in the image, in place of the server. */
function inImage(...command: string[]): string {
  return docker(["run", "--rm", "--network", "none", image, ...command]);
}

describe("the image of the server", () => {
  beforeAll(() => {
    docker(["build", "--build-arg", "VERSION=1.0.0-linear.1", "--tag", image, "."]);
  });

  afterAll(() => {
    dockerSucceeds(["image", "rm", "--force", image]);
  });

  test("when it is built, then it is smaller than its base", () => {
    expect(bytesOf(image)).toBeLessThan(bytesOf(BASE));
  });

  test("when a package is to be installed in it, then nothing is there to do so", () => {
    for (const program of ["npm", "npx", "corepack", "yarn"]) {
      expect(inImage("sh", "-c", `command -v ${program} || echo none`)).toBe("none");
    }
    expect(inImage("find", "/usr", "/opt", "-name", "npm")).toBe("");
  });

  test("when its version names a model that is not in it, then it is not built, and the models are told", () => {
    expect(() => docker(["build", "--build-arg", "VERSION=1.0.0-linear.99", "."])).toThrow(
      /VERSION=1\.0\.0-linear\.99 names the model linear@99, which is not among the models/,
    );
  });

  test("when its files are listed, then they are the server, its licences and the models, and nothing else", () => {
    const files = inImage("find", "/app", "-type", "f").split("\n");
    expect(files).toContain("/app/dist/server/main.mjs");
    expect(files).toContain("/app/model/trained/linear/1/model.json");
    expect(files.filter((file) => !/^\/app\/(dist\/server|model\/trained)\//.test(file))).toEqual([]);
  });

  test("when the licences of its packages are read, then those of serving are there, and none of training", () => {
    const packages =
      inImage("cat", "/app/dist/server/LICENCES.txt").match(/^\S+ \d+\.\d+\.\S+ \(.+\)$/gm) ?? [];
    const names = packages.map((line) => line.split(" ")[0]);
    expect(names).toEqual(
      expect.arrayContaining(["@apollo/server", "fastify", "graphql", "class-validator"]),
    );
    expect(
      names.filter((name) => /^(danfojs|@tensorflow|ml-|typescript|@swc\/core|jest)/.test(name)),
    ).toEqual([]);
  });

  test("when its bill of materials is read, then it is the one of this build", () => {
    const sbom = inImage("cat", "/app/dist/server/sbom.cdx.json");
    expect(sbom).toBe(readFileSync(`${PROJECT}/dist/server/sbom.cdx.json`, "utf8").trim());
  });

  test("when it runs, then as a user without rights, who cannot change the program", () => {
    expect(docker(["image", "inspect", "--format", "{{.Config.User}}", image])).toBe("1000:1000");
    expect(inImage("id", "-u")).toBe("1000");
    expect(inImage("sh", "-c", "find /app -writable -not -type l | head -n 1")).toBe("");
  });

  test("when it is inspected, then its labels tell what it is", () => {
    const labels = JSON.parse(docker(["image", "inspect", "--format", "{{json .Config.Labels}}", image]));
    const { description, license } = JSON.parse(readFileSync(`${PROJECT}/package.json`, "utf8"));
    expect(labels).toMatchObject({
      "org.opencontainers.image.title": "House Price GraphQL",
      "org.opencontainers.image.description": description,
      "org.opencontainers.image.licenses": license,
      "org.opencontainers.image.version": "1.0.0-linear.1",
    });
  });

  test("when NODE_ENV is what the image sets, then it is for production", () => {
    expect(inImage("node", "-p", "process.env.NODE_ENV")).toBe("production");
  });
});
