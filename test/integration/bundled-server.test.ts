import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startBuiltServer } from "../support/built-server";
import { ask, dataOf } from "../support/graphql-request";
import { parseMetrics } from "../support/metrics-page";
import { eventually } from "../support/waiting";

const GOOD = "{medInc: 3.5, aveRooms: 5, aveOccup: 2}";

describe("the bundled server", () => {
  it("when something is first needed that a start does not load, then it is there", async () => {
    const { url } = await startBuiltServer({
      SANDBOX: "true",
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
    const metrics = parseMetrics(await (await fetch(`${server.url}/metrics`)).text());
    expect(metrics.get('house_price_predictions_total{model="linear",version="1"}')).toBe(4);
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ status: 0, signal: null });
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
