import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startBuiltServer } from "../support/built-server";
import { ask, dataOf } from "../support/graphql-request";

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

  it("has the licences of its packages beside it", async () => {
    const text = await readFile(join("dist", "server", "LICENCES.txt"), "utf8");
    const names = Array.from(text.matchAll(/^(\S+) \d+\.\d+\.\S+ \(.+\)$/gm), ([, name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(["@apollo/server", "class-validator", "fastify", "graphql"]),
    );
    expect(
      names.filter((name) => /^(danfojs|@tensorflow|ml-|typescript|@swc\/core|jest)/.test(name)),
    ).toEqual([]);
  });
});
