import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port";
import { until } from "../support/server-process";
import { docker } from "./docker";

/** A registry of images on this machine, from Debian's docker-registry. */
export class Registry {
  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly host: string,
  ) {}

  static async start(): Promise<Registry> {
    const directory = mkdtempSync(join(tmpdir(), "registry-"));
    const host = `127.0.0.1:${await freePort()}`;
    const settings = {
      version: 0.1,
      storage: { filesystem: { rootdirectory: join(directory, "images") } },
      http: { addr: host },
    };
    const file = join(directory, "config.yml");
    writeFileSync(file, JSON.stringify(settings));
    const child = spawn("docker-registry", ["serve", file], { stdio: "ignore" });
    const registry = new Registry(child, directory, host);
    await until(async () => (await fetch(`http://${host}/v2/`).catch(() => undefined))?.ok, "the registry");
    return registry;
  }

  /** The name of an image in this registry. */
  nameOf(image: string): string {
    return `${this.host}/${image}`;
  }

  /**
   * Tags a local image with a name of this registry, and pushes it.
   *
   * @returns name and digest, such as `127.0.0.1:5000/house-price-server@sha256:…`
   */
  push(local: string, image: string): string {
    const name = this.nameOf(image);
    docker(["image", "tag", local, name]);
    const printed = docker(["push", name]);
    const digest = /digest: (sha256:[0-9a-f]{64})/.exec(printed)?.[1];
    if (digest === undefined) throw new Error(printed);
    return `${name.replace(/:[^:/]+$/, "")}@${digest}`;
  }

  async stop(): Promise<void> {
    this.child.kill();
    await once(this.child, "exit");
    rmSync(this.directory, { recursive: true });
  }
}
