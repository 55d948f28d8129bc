import { parse } from "yaml";
import { docker } from "./docker";

const STACK = "deploy/swarm/stack.yml";

// Docker prints the stack only if it is valid by the schema of stacks.
function config(files: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const options = files.flatMap((file) => ["-c", file]);
  return parse(docker(["stack", "config", ...options], environment));
}

/** Of `1m5s`, as docker prints durations. */
function secondsOf(duration: string): number {
  const [, minutes = 0, seconds = 0] = /^(?:(\d+)m)?(?:(\d+)s)?$/.exec(duration) ?? [];
  return 60 * Number(minutes) + Number(seconds);
}

describe("the stack for a swarm", () => {
  test("runs three replicas, starts a new task before an old one ends, and rolls back a failed update", () => {
    const { server } = config([STACK]).services;
    expect(server.deploy).toMatchObject({
      replicas: 3,
      endpoint_mode: "vip",
      update_config: { order: "start-first", parallelism: 1, failure_action: "rollback" },
      resources: { limits: { cpus: "1", memory: String(512 * 2 ** 20), pids: 64 } },
    });
    expect(server.read_only).toBe(true);
    expect(server.cap_drop).toEqual(["ALL"]);
    expect(server.volumes).toBeUndefined();
  });

  test("gives a task time to drain before it is killed", () => {
    const { stop_grace_period, environment, healthcheck } = config([STACK]).services.server;
    expect(healthcheck.test.join(" ")).toContain("/readyz");
    expect(Number(environment.DRAIN_GRACE_MS)).toBeGreaterThan(1000 * secondsOf(healthcheck.interval));
    expect(Number(environment.DRAIN_MS)).toBeGreaterThan(Number(environment.DRAIN_GRACE_MS));
    expect(1000 * secondsOf(stop_grace_period)).toBeGreaterThan(Number(environment.DRAIN_MS));
  });

  test("with API keys, mounts the secret where the server reads them", () => {
    const { services, secrets } = config([STACK, "deploy/swarm/api-keys.yml"]);
    expect(services.server.environment.API_KEYS_FILE).toBe("/run/secrets/api-keys");
    expect(services.server.secrets).toMatchObject([{ source: "api-keys", uid: "1000" }]);
    expect(secrets).toEqual({ "api-keys": { name: "house-prices-api-keys", external: true } });
  });

  test("with models in a volume, mounts it read-only; nothing of the host is mounted", () => {
    expect(config([STACK, "deploy/swarm/models-volume.yml"]).services.server.volumes).toEqual([
      { type: "volume", source: "models", target: "/app/model/trained", read_only: true },
    ]);
  });

  test("without IPVS, gives the addresses of the tasks, and no port that needs the virtual address", () => {
    const environment = { ENDPOINT_MODE: "dnsrr", PORT_MODE: "host", PORT: "0" };
    const { server } = config([STACK], environment).services;
    expect(server.deploy.endpoint_mode).toBe("dnsrr");
    expect(server.ports).toEqual([{ mode: "host", target: 4000, protocol: "tcp" }]);
  });

  test("the file for compose is no stack: docker refuses its options", () => {
    expect(() => config([STACK, "docker-compose.yml"])).toThrow(/forbidden properties/);
  });
});
