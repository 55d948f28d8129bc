import { execFileSync } from "node:child_process";

/** Root of the project: where the Dockerfile and docker-compose.yml are. */
export const PROJECT = `${__dirname}/../..`;

/**
 * Runs `docker` in the root of the project, and gives what it printed.
 *
 * @throws Error with what it said to standard error, where it fails
 */
export function docker(args: readonly string[], environment: NodeJS.ProcessEnv = {}): string {
  return execFileSync("docker", args, {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
  }).trim();
}

/** Runs `docker`, and tells whether it ended well. */
export function dockerSucceeds(args: readonly string[]): boolean {
  try {
    docker(args);
    return true;
  } catch {
    return false;
  }
}

/** A name that no other run has, in letters that Docker takes for images and projects. */
export function uniqueName(): string {
  return `house-price-test-${process.pid}-${Date.now().toString(36)}`;
}

/** Removes all images of which a name contains this text. By their numbers: what was pulled by a digest has no tag. */
export function removeImages(text: string): void {
  const images = docker(["image", "ls", "--no-trunc", "--format", "{{.ID}} {{.Repository}}"]).split("\n");
  const mine = images.map((line) => line.split(" ")).filter(([, repository]) => repository?.includes(text));
  const ids = new Set(mine.map(([id = ""]) => id));
  if (ids.size > 0) dockerSucceeds(["image", "rm", "--force", ...ids]);
}
