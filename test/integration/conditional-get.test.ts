import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { EXAMPLE_QUERY } from "../support/example-query";
import { committedCatalogue, startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";

/** What a browser says of a request that a page of another origin has it send. */
const FOREIGN = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };
const PREFLIGHT = { "apollo-require-preflight": "true" };

let server: string;
let catalogue: ModelCatalogue;

beforeAll(async () => {
  catalogue = await committedCatalogue();
  server = await startServer({}, catalogue);
});

function get(parameters: Record<string, string>, headers: Record<string, string> = {}, from = server) {
  return fetch(`${from}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { ...PREFLIGHT, ...headers },
  });
}

const QUERY = `query ($medInc: Float!) {
  predictHousePrice(input: {medInc: $medInc, aveRooms: 5, aveOccup: 2}) { predictedHousePrice }
}`;
const withIncome = (medInc: unknown) => ({ query: QUERY, variables: JSON.stringify({ medInc }) });

async function tagOf(response: Promise<Response>): Promise<string> {
  const { status, headers } = await response;
  expect(status).toBe(200);
  return headers.get("etag") ?? "none";
}

describe("GET", () => {
  it("when an answer has no errors, then it may be kept for seconds, and has a tag", async () => {
    const { status, headers } = await get({ query: EXAMPLE_QUERY });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("public, max-age=5, must-revalidate");
    expect(headers.get("etag")).toMatch(/^"[\w-]{43}"$/);
    expect(headers.get("vary")).toMatch(
      /\baccept, content-type, apollo-require-preflight, x-apollo-operation-name, origin, sec-fetch-mode, sec-fetch-site$/,
    );
  });

  it("when the client sends the tag, then it gets 304 without a body, and the tag again", async () => {
    const etag = await tagOf(get(withIncome(3.5)));
    const again = await get(withIncome(3.5), { "if-none-match": `"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect(again.headers.get("etag")).toBe(etag);
    expect(again.headers.get("cache-control")).toBe("public, max-age=5, must-revalidate");
    expect(await again.text()).toBe("");
  });

  it("when document, variables, media type or models are others, then so is the tag", async () => {
    const other = await startServer({}, new ModelCatalogue(catalogue.models.slice(1)));
    const pinned = await startServer(
      {},
      new ModelCatalogue(catalogue.models, { pins: new Map([["linear", 1]]) }),
    );
    const tags = await Promise.all([
      tagOf(get(withIncome(3.5))),
      tagOf(get(withIncome(3.6))),
      tagOf(get({ query: EXAMPLE_QUERY })),
      tagOf(get(withIncome(3.5), { accept: "application/graphql-response+json" })),
      tagOf(get(withIncome(3.5), {}, other)),
      tagOf(get(withIncome(3.5), {}, pinned)),
    ]);
    expect(new Set(tags).size).toBe(tags.length);
    expect(await tagOf(get(withIncome(3.5), {}, await startServer({}, catalogue)))).toBe(tags[0]);
  });

  it("when a document is known by its hash, then its answers may be kept as well", async () => {
    const sha256Hash = createHash("sha256").update(EXAMPLE_QUERY).digest("hex");
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
    const unknown = await get({ extensions });
    expect(unknown.headers.get("etag")).toBeNull();
    await get({ extensions, query: EXAMPLE_QUERY });
    const etag = await tagOf(get({ extensions }));
    expect((await get({ extensions }, { "if-none-match": etag })).status).toBe(304);
  });

  it.each([
    ["an error", withIncome(-1), 200],
    ["a bad variable", withIncome("3"), 400],
    ["an invalid document", { query: "{ nonesuch }" }, 400],
    ["no document", { query: "" }, 400],
  ])(
    "when there is %s, then nothing may be kept, whatever the client says that it has",
    async (_, parameters, status) => {
      for (const headers of [{}, { "if-none-match": "*" }]) {
        const answer = await get(parameters, headers);
        expect(answer.status).toBe(status);
        expect(answer.headers.get("cache-control")).toBe("no-store");
        expect(answer.headers.get("etag")).toBeNull();
      }
    },
  );

  it.each([
    ["apollo-require-preflight", "1"],
    ["x-apollo-operation-name", "Price"],
    ["content-type", "application/json"],
    ["content-type", "application/graphql"],
    ["content-type", "nonsense"],
  ])(
    "when %s: %s alone lets it through, then a cache keeps answers apart by it, and a known tag is known",
    async (name, value) => {
      const ask = (headers: Record<string, string>) =>
        fetch(`${server}/graphql?${new URLSearchParams(withIncome(3.5))}`, {
          headers: { ...FOREIGN, [name]: value, ...headers },
        });
      const answer = await ask({});
      expect(answer.status).toBe(200);
      expect(answer.headers.get("vary")?.split(", ")).toContain(name);
      expect((await ask({ "if-none-match": answer.headers.get("etag") ?? "" })).status).toBe(304);
    },
  );

  it.each([
    ["apollo-require-preflight", ""],
    ["content-type", "text/plain"],
    ["content-type", "TEXT/Plain ; charset=utf-8"],
    ["content-type", "application/x-www-form-urlencoded"],
    ["content-type", "multipart/form-data; boundary=x"],
    ["x-requested-with", "XMLHttpRequest"],
  ])("when there is only %s: %s, then it is refused, whatever tag is known", async (name, value) => {
    const etag = await tagOf(get(withIncome(3.5)));
    const url = `${server}/graphql?${new URLSearchParams(withIncome(3.5))}`;
    const answer = await fetch(url, {
      headers: { ...FOREIGN, [name]: value, "if-none-match": etag },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("when a page could have sent the request without being asked, then a known tag does not help it", async () => {
    const url = `${server}/graphql?${new URLSearchParams(withIncome(3.5))}`;
    const etag = await tagOf(get(withIncome(3.5)));
    const answer = await fetch(url, { headers: { ...FOREIGN, "if-none-match": etag } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/CSRF/);
  });

  it("when an API key is needed, then only the client's own cache may keep answers", async () => {
    const directory = await temporaryDirectory();
    const path = join(directory, "keys");
    await writeFile(path, `client:${createHash("sha256").update("k".repeat(43)).digest("hex")}\n`);
    const guarded = await startServer({ API_KEYS_FILE: path }, catalogue);
    const etag = await tagOf(get(withIncome(3.5)));
    expect((await get(withIncome(3.5), { "if-none-match": etag }, guarded)).status).toBe(401);
    const { headers } = await get(withIncome(3.5), { "x-api-key": "k".repeat(43) }, guarded);
    expect(headers.get("cache-control")).toBe("private, max-age=5, must-revalidate");
    await rm(path);
  });
});

it("when the same is asked by POST, then nothing may be kept", async () => {
  const body = JSON.stringify({ query: EXAMPLE_QUERY });
  const headers = { "content-type": "application/json" };
  for (let i = 0; i < 7; i++) {
    const answer = await fetch(`${server}/graphql`, { method: "POST", body, headers });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("etag")).toBeNull();
  }
});
