import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startBuiltServer } from "../support/built-server";
import { ask, dataOf } from "../support/graphql-request";
import { eventually } from "../support/waiting";

const GOOD = "{medInc: 3.5, aveRooms: 5, aveOccup: 2}";

/** With all eight features, so that `spatial` answers, whose explanations are the longest. */
const BLOCK_GROUP = {
  ...{ medInc: 8.3252, houseAge: 41, aveRooms: 6.984127, aveBedrms: 1.02381 },
  ...{ population: 322, aveOccup: 2.555556, latitude: 37.88, longitude: -122.23 },
};

describe("the bundled server", () => {
  it("when something is first needed that a start does not load, then it is there", async () => {
    const { url } = await startBuiltServer({
      IDE: "sandbox",
      RATE_LIMIT: "1000",
      // Nobody listens there: spans are made, and not sent.
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
    });

    // class-validator.
    const bad = await ask(
      url,
      `{ predictHousePrice(input: {medInc: -1, aveRooms: 5, aveOccup: 2}) { baseline } }`,
    );
    expect(bad.body.errors?.[0].extensions.fields?.[0].message).toContain("medInc must be a finite number");
    // graphql-jit.
    for (let i = 0; i < 10; i++) {
      const answer = await ask(url, `{ predictHousePrice(input: ${GOOD}) { predictedHousePrice } }`);
      expect(dataOf(answer)).toEqual({ predictHousePrice: { predictedHousePrice: 1.9273953332694993 } });
      // @fastify/rate-limit.
      expect(answer.headers.get("ratelimit-limit")).toBe("1000");
    }
    // markdown-it.
    expect(await (await fetch(`${url}/models`)).text()).toContain("<h1>Models</h1>");
    // prom-client.
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("process_cpu_seconds_total");
    // @fastify/cors.
    const origin = "https://studio.apollographql.com";
    const allowed = await fetch(`${url}/healthz`, { headers: { origin } });
    expect(allowed.headers.get("access-control-allow-origin")).toBe(origin);
  });

  it("when it has several workers, then all of them answer, are counted, and end", async () => {
    const server = await startBuiltServer({ NODE_ENV: "production", WORKERS: "2" });
    const processes = () =>
      new Set(server.log().flatMap(({ msg, pid }) => (msg.startsWith("Server listening") ? [pid] : [])));
    await eventually(() => (processes().size === 2 ? true : undefined));
    for (let i = 0; i < 4; i++) {
      await ask(server.url, `{ predictHousePrice(input: ${GOOD}) { baseline } }`);
    }
    const predictions = async () =>
      (await server.metrics()).get('house_price_predictions_total{model="linear",version="1"}');
    await eventually(async () => ((await predictions()) === 4 ? true : undefined));
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ status: 0, signal: null });
  });

  it("when the greatest query comes again and again that the limits let pass, then the heap of a 512 MB container is enough", async () => {
    // Half of the memory: what V8 takes for its limit by itself.
    const { url } = await startBuiltServer({ NODE_OPTIONS: "--max-old-space-size=256" });
    const fields = "predictedHousePrice contributions { features label value contribution }";
    const query = `query ($inputs: [HouseFeaturesInput!]!) {
      predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { ${fields} } } }`;
    const inputs = Array.from({ length: 1_900 }, () => BLOCK_GROUP);
    for (let i = 0; i < 7; i++) {
      const { status, headers } = await ask(url, query, { inputs });
      // A process that is busy for seconds may send others away.
      if (status !== 200) expect([status, headers.get("retry-after")]).toEqual([503, "1"]);
    }
    const { status } = await ask(url, query, { inputs: Array.from({ length: 2_300 }, () => BLOCK_GROUP) });
    expect(status).toBe(400);
  });

  it("has the licences of its packages beside it, all of which the production dependencies bring", async () => {
    const text = await readFile(join("dist", "server", "LICENCES.txt"), "utf8");
    const names = Array.from(text.matchAll(/^(\S+) \d+\.\d+\.\S+ \(.+\)$/gm), ([, name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(["@apollo/server", "class-validator", "fastify", "graphql"]),
    );
    const lock: { packages: { [path: string]: { dev?: true } } } = JSON.parse(
      await readFile("package-lock.json", "utf8"),
    );
    // What `npm audit --omit=dev` does not look at must not be shipped.
    expect(names.filter((name) => lock.packages[`node_modules/${name}`]?.dev)).toEqual([]);
  });
});
