import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port";
import { ServerProcess, until } from "../support/server-process";
import { docker, PROJECT } from "./docker";

const MONITORING = join(PROJECT, "deploy/monitoring");

function promtool(...args: string[]): string {
  return execFileSync("promtool", args, { cwd: MONITORING, encoding: "utf8" });
}

describe("deploy/monitoring", () => {
  test("when promtool reads it, then it is valid, and each alert fires when it should", () => {
    expect(promtool("check", "config", "prometheus.yml")).toContain("SUCCESS");
    expect(promtool("test", "rules", "alerts.test.yml")).toContain("SUCCESS");
    const names = (file: string) =>
      new Set(
        [...readFileSync(join(MONITORING, file), "utf8").matchAll(/(?:alert|alertname): (\w+)/g)].map(
          ([, name]) => name,
        ),
      );
    expect(names("alerts.test.yml")).toEqual(names("alerts.yml"));
  });

  test("when Prometheus scrapes a server by it, then the server is up and its metrics are there", async () => {
    const directory = mkdtempSync(join(tmpdir(), "prometheus-"));
    const server = await ServerProcess.spawn({}).ready();
    const { host } = new URL(server.graphqlUrl);
    const port = await freePort();
    cpSync(MONITORING, directory, { recursive: true });
    const configuration = readFileSync(join(MONITORING, "prometheus.yml"), "utf8");
    writeFileSync(
      join(directory, "prometheus.yml"),
      configuration.replace("server:4000", host).replace(/15s/g, "1s"),
    );
    const prometheus = spawn(
      "prometheus",
      ["--config.file=prometheus.yml", "--storage.tsdb.path=data", `--web.listen-address=127.0.0.1:${port}`],
      { cwd: directory, stdio: "ignore" },
    );
    try {
      const value = async (query: string) => {
        const url = `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(query)}`;
        const { data } = JSON.parse(await (await fetch(url)).text());
        return data.result[0]?.value[1];
      };
      await until(async () => (await value('up{job="house-price"}').catch(() => "")) === "1", "a scrape");
      expect(await value('house_price_models{job="house-price"}')).toBe("3");
    } finally {
      prometheus.kill();
      await once(prometheus, "exit");
      await server.stop();
      rmSync(directory, { recursive: true });
    }
  }, 120_000);

  test("when Compose starts it, then each file that is mounted exists, and nothing listens beyond this machine", () => {
    const text = docker(["compose", "--profile", "monitoring", "config", "--format", "json"]);
    const { services } = JSON.parse(text);
    for (const name of ["prometheus", "grafana"]) {
      const { ports, volumes } = services[name];
      expect(ports).toEqual([expect.objectContaining({ host_ip: "127.0.0.1" })]);
      for (const { type, source, read_only } of volumes) {
        if (type !== "bind") continue;
        expect({ source, read_only, exists: existsSync(source) }).toEqual({
          source: expect.stringContaining("/deploy/monitoring/"),
          read_only: true,
          exists: true,
        });
      }
    }
    expect(services.server).toBeDefined();
  });
});
