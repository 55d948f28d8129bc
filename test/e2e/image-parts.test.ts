import { cpSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../support/free-port";
import { until } from "../support/server-process";
import { temporaryDirectory } from "../support/temporary-directory";
import { buildImage, copyWithNewModel } from "./build-image";
import { docker, PROJECT, removeImages, uniqueName } from "./docker";
import { EXAMPLE_PREDICTION, predictExample } from "./example-request";
import { Registry } from "./registry";

const DIGEST = /@sha256:[0-9a-f]{64}$/;

const name = uniqueName();
const images = { server: `${name}-server`, models: `${name}-models`, newModels: `${name}-models:linear.3` };
let registry: Registry;

/** Digests of the layers, the lowest first. */
function layersOf(image: string): string[] {
  return JSON.parse(docker(["image", "inspect", "--format", "{{json .RootFS.Layers}}", image]));
}

/** Names in a folder of an image, which need not be able to run. */
async function namesIn(image: string, folder: string): Promise<string[]> {
  const container = docker(["create", image, "nothing"]);
  try {
    const directory = await temporaryDirectory();
    docker(["cp", `${container}:${folder}/.`, directory]);
    return readdirSync(directory).sort();
  } finally {
    docker(["rm", container]);
  }
}

/** Another checkout of the same commit: the times of its files are others. */
async function otherCheckout(): Promise<string> {
  const directory = await temporaryDirectory();
  const left = /\/(node_modules|dist|\.dist|coverage|\.git)$/;
  cpSync(PROJECT, directory, { recursive: true, filter: (source) => !left.test(source) });
  for (const path of readdirSync(directory, { recursive: true, encoding: "utf8" }))
    utimesSync(join(directory, path), 1e9, 1e9);
  return directory;
}

/** Runs a server, and gives what it answers to the README's query. */
async function predictionOf(image: string, model?: { name: string; version: number }): Promise<number> {
  const port = await freePort();
  const container = docker(["run", "--detach", "--rm", "--publish", `127.0.0.1:${port}:4000`, image]);
  const origin = `http://127.0.0.1:${port}`;
  try {
    await until(async () => (await fetch(`${origin}/readyz`).catch(() => undefined))?.ok, "the server");
    return await predictExample(origin, model);
  } finally {
    docker(["rm", "--force", container]);
  }
}

describe("the images of the server and of the models, apart", () => {
  beforeAll(async () => {
    registry = await Registry.start();
    buildImage(images.server, { options: ["--target", "server"], args: { VERSION: "1.0.0" } });
    buildImage(images.models, { options: ["--target", "models"], args: { VERSION: "linear.2" } });
  });

  afterAll(async () => {
    removeImages(name);
    await registry.stop();
  });

  test("when they are listed, then one has no models, and the other has nothing else", async () => {
    expect(await namesIn(images.server, "/app")).toEqual(["dist"]);
    const container = ["dev", "etc", "proc", "sys", ".dockerenv"];
    const names = (await namesIn(images.models, "")).filter((each) => !container.includes(each));
    expect(names).toEqual(readdirSync(join(PROJECT, "model/trained")).sort());
    expect(await namesIn(images.models, "/linear/2")).toEqual(
      expect.arrayContaining(["card.md", "model.json"]),
    );
  });

  test("when they are pushed and joined by their digests, then the image is that of one build, and answers", async () => {
    const SERVER = registry.push(images.server, `${name}-server:1.0.0`);
    const MODELS = registry.push(images.models, `${name}-models:linear.2`);
    expect([SERVER, MODELS]).toEqual([expect.stringMatching(DIGEST), expect.stringMatching(DIGEST)]);

    const VERSION = "1.0.0-linear.2";
    const joined = buildImage(`${name}:joined`, { args: { SERVER, MODELS, VERSION } });
    const atOnce = buildImage(`${name}:at-once`, { args: { VERSION } });
    expect(layersOf(joined)).toEqual(layersOf(atOnce));

    const pushed = registry.push(joined, `${name}:${VERSION}`);
    docker(["image", "rm", "--force", joined, registry.nameOf(`${name}:${VERSION}`)]);
    docker(["pull", pushed]);
    expect(layersOf(pushed)).toEqual(layersOf(atOnce));
    expect(await predictionOf(pushed, { name: "linear", version: 1 })).toBeCloseTo(EXAMPLE_PREDICTION, 9);
  });

  test("when a new model is joined, then only its layer is new, and no server is built", async () => {
    const context = await temporaryDirectory();
    copyWithNewModel(context);
    const MODELS = buildImage(images.newModels, {
      context,
      options: ["--target", "models"],
      args: { VERSION: "linear.3" },
    });
    const args = { SERVER: images.server, MODELS, VERSION: "1.0.0-linear.3" };
    // There is no source of a server in this context.
    const joined = buildImage(`${name}:1.0.0-linear.3`, { context, args });
    expect(layersOf(joined).slice(0, -1)).toEqual(layersOf(images.server));
    expect(await predictionOf(joined, { name: "linear", version: 3 })).not.toBeCloseTo(EXAMPLE_PREDICTION, 9);
  });

  test("when a version names a model that the other image does not have, then they are not joined", () => {
    const args = { SERVER: images.server, MODELS: images.models, VERSION: "1.0.0-linear.3" };
    expect(() => buildImage(`${name}:wrong`, { args })).toThrow(
      /names the model linear@3, which is not among/,
    );
  });

  test("when one commit is built twice, the second time anew from another checkout, then it has one digest", async () => {
    const args = { VERSION: "1.0.0-linear.2", REVISION: "0123abc" };
    const first = registry.push(buildImage(`${name}:first`, { args }), `${name}-first:1`);
    const second = buildImage(`${name}:second`, {
      context: await otherCheckout(),
      options: ["--no-cache"],
      args,
    });
    expect(layersOf(second)).toEqual(layersOf(`${name}:first`));
    const digestOf = (reference: string) => DIGEST.exec(reference)?.[0];
    expect(digestOf(registry.push(second, `${name}-second:1`))).toBe(digestOf(first));
  });
});
