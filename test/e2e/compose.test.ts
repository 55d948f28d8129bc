import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port";
import { until } from "../support/server-process";
import { docker, dockerSucceeds, PROJECT, uniqueName } from "./docker";
import { EXAMPLE_PREDICTION, predictExample } from "./example-request";

const project = uniqueName();
const environment: NodeJS.ProcessEnv = { IMAGE: project };
/** A copy of what compose mounts and builds, so that training in it leaves the project as it was. */
const directory = mkdtempSync(join(tmpdir(), "house-price-"));

function compose(...args: string[]): string {
  return docker(
    ["compose", "--project-directory", directory, "--project-name", project, ...args],
    environment,
  );
}

function inServer(...command: string[]): string[] {
  return ["exec", compose("ps", "--all", "--quiet", "server"), ...command];
}

/** One field of `docker inspect` of the server's container, by a Go template. */
function inspectServer(template: string): string {
  return docker(["inspect", "--format", template, compose("ps", "--all", "--quiet", "server")]);
}

describe("docker compose", () => {
  let origin: string;

  async function readyModels(): Promise<string> {
    return (await fetch(`${origin}/readyz`)).text();
  }

  beforeAll(async () => {
    const left = /\/(node_modules|dist|coverage|\.git)$/;
    cpSync(PROJECT, directory, { recursive: true, filter: (source) => !left.test(source) });
    environment.PORT = String(await freePort());
    origin = `http://127.0.0.1:${environment.PORT}`;
    compose("up", "--build", "--wait");
  });

  afterAll(() => {
    compose("--profile", "tools", "down", "--volumes", "--rmi", "all", "--remove-orphans");
    rmSync(directory, { recursive: true, force: true });
  });

  test("when it is up, then it is healthy and answers the query of the README", async () => {
    expect(inspectServer("{{.State.Health.Status}}")).toBe("healthy");
    expect(await predictExample(origin)).toBeCloseTo(EXAMPLE_PREDICTION, 9);
  });

  test("when a process in it looks around, then it is not root and can write nowhere", () => {
    expect(docker(inServer("id", "-u"))).toBe("1000");
    for (const path of ["/app", "/app/model/trained", "/tmp", "/home/node"]) {
      expect(docker(inServer("test", "-d", path))).toBe("");
      expect(dockerSucceeds(inServer("touch", `${path}/written`))).toBe(false);
    }
  });

  test("when root's powers are asked for, then there are none, not even for root", () => {
    const status = docker(["exec", "--user", "root", ...inServer("cat", "/proc/self/status").slice(1)]);
    expect(status).toMatch(/^CapBnd:\t0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  });

  test("when training runs in a container, then the version is in the host's folder, and served", async () => {
    const report = compose(
      "run",
      "--build",
      "--rm",
      "tools",
      "train",
      "--features",
      "MedInc,AveRooms,AveOccup",
      "--seed",
      "7",
    );
    expect(report.split("\n").at(-1)).toBe("Model trained and saved successfully.");

    const path = /^Saved linear version ([0-9]+) in (\S+)$/m.exec(report);
    const version = Number(path?.[1]);
    const file = JSON.parse(readFileSync(join(directory, path?.[2] ?? ""), "utf8"));
    expect(file).toMatchObject({ name: "linear", version });

    await until(
      async () => (await readyModels()).includes(`linear@${version}`),
      "the new version at /readyz",
    );
    expect(await predictExample(origin, { name: "linear", version })).not.toBeCloseTo(EXAMPLE_PREDICTION, 9);
    expect(await predictExample(origin, { name: "linear", version: 1 })).toBeCloseTo(EXAMPLE_PREDICTION, 9);
  });

  test("when a version is rolled back by a command in a container, then the server follows", async () => {
    expect(compose("run", "--rm", "tools", "models")).toContain("linear");
    expect(compose("run", "--rm", "tools", "pin", "linear@1")).toMatch(
      /^linear is (?:now|still) served by linear@1/m,
    );
    expect(JSON.parse(readFileSync(join(directory, "model/trained/pins.json"), "utf8"))).toEqual({
      linear: 1,
    });
    const isPinnedPrice = (price: number) => Math.abs(price - EXAMPLE_PREDICTION) < 1e-9;
    await until(
      async () => isPinnedPrice(await predictExample(origin, { name: "linear" })),
      "the pinned version",
    );
    expect(dockerSucceeds(["compose", "--project-directory", directory, "run", "--rm", "tools", "sh"])).toBe(
      false,
    );
  });

  test("when it is told to stop, then it ends by itself with 0 within 2 s", async () => {
    // An open connection must not hold it up.
    await predictExample(origin);
    const told = new Date(docker(inServer("date", "--utc", "+%FT%T.%3NZ"))).getTime();
    compose("stop", "--timeout", "30", "server");
    const finished = new Date(inspectServer("{{.State.FinishedAt}}")).getTime();
    expect(inspectServer("{{.State.ExitCode}}")).toBe("0");
    expect(inspectServer("{{.State.OOMKilled}}")).toBe("false");
    expect(finished - told).toBeLessThan(2000);
  });
});
