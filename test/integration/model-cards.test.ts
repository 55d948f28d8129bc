import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { loadModels } from "../../model/registry/version-reader";
import { createApp } from "../../src/app";
import { loadConfig } from "../../src/config";
import { renderPage } from "../../src/models/card-page";

const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A server of the models under `directory`, as in production. */
async function startApp(directory: string): Promise<FastifyInstance> {
  const config = loadConfig({ NODE_ENV: "production", MODEL_DIR: directory, LOG_LEVEL: "silent" });
  const catalogue = new ModelCatalogue((await loadModels(directory)).models);
  return createApp(config, () => catalogue);
}

let app: FastifyInstance;
let scratch: string;
beforeAll(async () => {
  app = await startApp("model/trained");
  scratch = await mkdtemp(join(tmpdir(), "model-cards-"));
});
afterAll(async () => {
  await app.close();
  await rm(scratch, { recursive: true, force: true });
});

const get = (url: string, headers = {}) => app.inject({ url, headers });

describe("when a browser opens a model's card", () => {
  it("gets the card's text as a page whose pictures, style and icon are there", async () => {
    const { statusCode, headers, body } = await get("/models/linear/1");
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(body).toContain("<title>Model card: linear, version 1</title>");
    expect(body).toContain("What it must not be used for");
    const pictures = (await readdir("model/trained/linear/1")).filter((name) => name.endsWith(".svg"));
    const linked = [...body.matchAll(/<img src="([^"]+)" alt="[^"]+">/g)].map(([, source]) => source);
    expect(linked.sort()).toEqual(pictures.map((name) => `1/${name}`));
    const links = [...body.matchAll(/<link rel="[^"]+" href="([^"]+)">/g)].map(([, address]) => address);
    const types: { [address: string]: unknown } = {};
    for (const address of [...linked, ...links]) {
      const answer = await get(new URL(address, "http://localhost/models/linear/1").pathname);
      expect(answer.statusCode).toBe(200);
      types[address] = answer.headers["content-type"];
    }
    expect(types["1/coverage.svg"]).toBe("image/svg+xml; charset=utf-8");
    expect(types["../style.css"]).toBe("text/css; charset=utf-8");
    expect(types["../icon.svg"]).toBe("image/svg+xml; charset=utf-8");
  });

  it("is told to run no script, and to guess no type", async () => {
    for (const path of [
      "/models",
      "/models/linear/1",
      "/models/linear/1/coverage.svg",
      "/models/style.css",
    ]) {
      const { headers } = await get(path);
      expect(headers["content-security-policy"]).toBe(POLICY);
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
    // What the policy forbids is not there either.
    expect((await get("/models/linear/1")).body).not.toMatch(/<script|<style| style=| on[a-z]+=/);
  });

  it("gets 304 for what it has already, and the whole page when it has another", async () => {
    const { headers } = await get("/models/linear/1");
    const etag = String(headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const { statusCode, body, headers } = await get("/models/linear/1", { "if-none-match": known });
      expect(statusCode).toBe(304);
      expect(body).toBe("");
      expect(headers.etag).toBe(etag);
    }
    expect((await get("/models/linear/2", { "if-none-match": etag })).statusCode).toBe(200);
  });
});

describe("when a browser opens /models", () => {
  it("gets a link to each served model, the one with the least error first", async () => {
    const { statusCode, body } = await get("/models");
    expect(statusCode).toBe(200);
    const served = [...(await loadModels("model/trained")).models]
      .sort((a, b) => a.file.metrics.test.rmse - b.file.metrics.test.rmse)
      .map(({ file }) => `models/${file.name}/${file.version}`);
    const linked = ["./", "models/comparison.svg", ...served];
    expect([...body.matchAll(/<a href="([^"]+)">/g)].map(([, address]) => address)).toEqual(linked);
    for (const address of linked.slice(1)) expect((await get(`/${address}`)).statusCode).toBe(200);
  });
});

describe("when the example of a card is asked", () => {
  it.each([1, 2])("answers what the card of linear@%i says", async (version) => {
    const card = await readFile(`model/trained/linear/${version}/card.md`, "utf8");
    const [query] = /(?<=```graphql\n)[^`]+/.exec(card) ?? [];
    const [answer] = /(?<=```json\n)[^`]+/.exec(card) ?? [];
    const { body } = await app.inject({ method: "POST", url: "/graphql", payload: { query } });
    expect(JSON.parse(body)).toEqual(JSON.parse(String(answer)));
  });
});

describe("when there is no such page", () => {
  it.each([
    "/models/linear/3",
    "/models/linear/01",
    "/models/linear/1.0",
    "/models/linear/+1",
    "/models/Linear/1",
    "/models/spatial-of-nobody/1",
    "/models/linear",
    "/models/linear/1/none.svg",
    "/models/linear/1/model.json",
    "/models/linear/1/card.md",
    "/models/linear/1/COVERAGE.svg",
    "/models/linear/1/coverage.svg/",
    "/models/linear/1/coverage.svg%00",
  ])("answers %s with 404 in the form of all errors", async (path) => {
    const { statusCode, body } = await get(path);
    expect(statusCode).toBe(404);
    expect(JSON.parse(body).errors[0].extensions).toEqual({ code: "NOT_FOUND" });
  });

  it("says so where a served model was saved without a card", async () => {
    const directory = join(scratch, "without-card");
    await cp("model/trained/linear/1/model.json", join(directory, "linear/1/model.json"));
    const other = await startApp(directory);
    const { statusCode, body } = await other.inject({ url: "/models/linear/1" });
    await other.close();
    expect(statusCode).toBe(404);
    expect(JSON.parse(body).errors[0].message).toBe(
      "linear@1 was saved without a model card; query modelInfo at /graphql instead.",
    );
  });

  it("has no page for a card whose model is not served", async () => {
    const directory = join(scratch, "broken-model");
    await cp("model/trained/linear", join(directory, "linear"), { recursive: true });
    await rm(join(directory, "linear/2/model.json"));
    const other = await startApp(directory);
    const answers = await Promise.all(
      ["/models/linear/1", "/models/linear/2", "/models/linear/2/coverage.svg"].map((url) =>
        other.inject({ url }),
      ),
    );
    await other.close();
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 404, 404]);
  });
});

describe("when a path tries to leave the folder of the models", () => {
  const step = fc.constantFrom(
    ...["..", ".", "%2e%2e", "%2e", ".%2e", "..%2f..", "..%5c..", "%2f", "%5c", "%00", "~", "%252e%252e", ""],
    ...["linear", "1", "2", "model", "trained", "package.json", "model.json", "card.md", "etc", "passwd"],
    ...["coverage.svg", "../coverage.svg", "..%2fcoverage.svg", "1%2fcoverage.svg", "%2e%2e%2f2"],
  );

  it("never answers with anything but a card's page or picture", async () => {
    const pictures = await readdir("model/trained/linear/1");
    const allowed = new Set([
      // Two steps up is the page for people, which is everybody's.
      ...["/", "/models", "/models/style.css", "/models/icon.svg"],
      ...[1, 2].flatMap((version) => [
        `/models/linear/${version}`,
        ...pictures
          .filter((name) => name.endsWith(".svg"))
          .map((name) => `/models/linear/${version}/${name}`),
      ]),
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const path = `/models/${steps.join("/")}`;
        const { statusCode, headers } = await get(path);
        if (statusCode !== 200) {
          expect([400, 404]).toContain(statusCode);
          expect(headers["content-type"]).toMatch(/^application\/json/);
          return;
        }
        // What the client itself resolves, as browsers do, is the path that was asked for.
        const asked = new URL(path, "http://localhost").pathname;
        expect(allowed).toContain(decodeURIComponent(asked));
      }),
      { numRuns: 500 },
    );
  });
});

describe("when a card comes from elsewhere", () => {
  const hostile = [
    '# <script>alert(1)</script> "quoted"',
    '<img src=x onerror="alert(1)">',
    "[link](javascript:alert(1))",
    '![a" onload="alert(1)](x.svg)',
    "![b](javascript:alert(1))",
    "| <b>x</b> |\n| ---: |\n| 1 |",
  ].join("\n\n");

  it("takes over no HTML, and no link that could run a script", () => {
    const page = renderPage(hostile, { assets: ".." });
    expect(page).not.toMatch(/<script|<img src=x|<b>|href="javascript|src="javascript|" onload="/);
    expect(page).toContain("<title>&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot;</title>");
    expect(page).toContain('<th class="number">&lt;b&gt;x&lt;/b&gt;</th>');
  });
});
