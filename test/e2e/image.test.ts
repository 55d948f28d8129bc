import { readFileSync } from "node:fs";
import { docker, dockerSucceeds, PROJECT, uniqueName } from "./docker";

const BASE = "node:24-bookworm-slim";
const MOST_BYTES_ABOVE_BASE = 75_000_000;

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

  test("when it is built, then it is at most 75 MB above its base", () => {
    const above = bytesOf(image) - bytesOf(BASE);
    expect(above).toBeGreaterThan(0);
    expect(above).toBeLessThanOrEqual(MOST_BYTES_ABOVE_BASE);
  });

  test("when its packages are listed, then those of training and of the build are not among them", () => {
    const folders = inImage("find", "/app", "-type", "d").split("\n");
    expect(folders).toContain("/app/node_modules/fastify");
    const unwanted = /node_modules\/(danfojs|@tensorflow|typescript|@typescript|@swc|jest|playwright)[^/]*$/;
    expect(folders.filter((folder) => unwanted.test(folder))).toEqual([]);
    expect(folders.filter((folder) => folder.startsWith("/app/dist/training"))).toEqual([]);
  });

  test("when it runs, then as a user without rights, who cannot change the program", () => {
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
