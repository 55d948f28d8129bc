import fastify from "fastify";
import { logRefusedOrigins } from "../../../../src/http/refused-origins";

/** A server that keeps the origins which it has logged. */
function serverThatTells(now: () => number) {
  const told: string[] = [];
  const stream = { write: (line: string) => void told.push(JSON.parse(line).origin) };
  const app = fastify({ logger: { stream, level: "warn" } });
  logRefusedOrigins(app, ["https://app.example"], now);
  app.get("/", async () => "");
  const ask = (origin?: string) =>
    app.inject({ url: "/", headers: { host: "here:4000", ...(origin && { origin }) } });
  return { told, ask };
}

describe("refused origins", () => {
  it("when pages ask, then each origin that may not is told once", async () => {
    const { told, ask } = serverThatTells(() => 0);
    for (const origin of ["https://evil.example", "null", "https://evil.example"]) await ask(origin);
    for (const origin of ["https://app.example", "http://here:4000", "https://here:4000", undefined])
      await ask(origin);
    expect(told).toEqual(["https://evil.example", "null"]);
  });

  it("when there are very many or very long ones, then few are told, and others later", async () => {
    let time = 0;
    const { told, ask } = serverThatTells(() => time);
    for (let i = 0; i < 100; i++) await ask(`https://${i}.${"x".repeat(5000)}.example`);
    expect(told).toHaveLength(20);
    expect(Math.max(...told.map(({ length }) => length))).toBe(300);
    time = 600_000;
    await ask("https://later.example");
    expect(told.at(-1)).toBe("https://later.example");
  });
});
