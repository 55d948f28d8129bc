import { docker, dockerSucceeds } from "./docker";

/** A stack of deploy/swarm on this machine as the only node, with the program that calls its servers. */
export class SwarmStack {
  private readonly joined: boolean;

  /**
   * Makes this machine a swarm of one node, unless it is in one.
   *
   * @param environment - what the files of the stack read, but for `IMAGE`
   */
  constructor(
    readonly name: string,
    private readonly files: readonly string[],
    private readonly environment: NodeJS.ProcessEnv,
  ) {
    this.joined = docker(["info", "--format", "{{.Swarm.LocalNodeState}}"]) === "inactive";
    if (this.joined) docker(["swarm", "init", "--advertise-addr", "127.0.0.1"]);
  }

  deploy(image: string): void {
    const files = this.files.flatMap((file) => ["-c", file]);
    const options = ["--detach=true", "--resolve-image", "never"];
    docker(["stack", "deploy", ...options, ...files, this.name], { ...this.environment, IMAGE: image });
  }

  rollBack(): void {
    docker(["service", "rollback", "--detach", `${this.name}_server`]);
  }

  /** Containers of the servers that run, among them those that drain. */
  get servers(): { id: string; image: string; healthy: boolean }[] {
    const filter = `label=com.docker.swarm.service.name=${this.name}_server`;
    const printed = docker(["ps", "--filter", filter, "--format", "{{.ID}} {{.Image}} {{.Status}}"]);
    return printed.split("\n").flatMap((line) => {
      const [id, image] = line.split(" ");
      return id && image ? [{ id, image, healthy: line.includes("(healthy)") }] : [];
    });
  }

  /** The address of a container in the network of the stack. */
  addressOf(container: string): string {
    const template = `{{(index .NetworkSettings.Networks "${this.name}_default").IPAddress}}`;
    return docker(["inspect", "--format", template, container]);
  }

  /** Whether the last update was rolled back by the swarm itself, and more of that kind: empty before the first update. */
  get updateState(): string {
    const template = "{{if .UpdateStatus}}{{.UpdateStatus.State}}{{end}}";
    return docker(["service", "inspect", "--format", template, `${this.name}_server`]);
  }

  /** Removes the stack at once, without draining, and leaves the swarm. */
  remove(): void {
    dockerSucceeds(["stack", "rm", this.name]);
    const containers = docker(["ps", "--quiet", "--filter", `label=com.docker.stack.namespace=${this.name}`]);
    if (containers) dockerSucceeds(["kill", ...containers.split("\n")]);
    if (!this.joined) return;
    docker(["swarm", "leave", "--force"]);
    dockerSucceeds(["network", "rm", "docker_gwbridge"]);
  }
}
