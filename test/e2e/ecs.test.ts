import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./docker";

const definition = readFileSync(join(PROJECT, "deploy/ecs/task-definition.json"), "utf8");

// Debian's own python, whose packages apt-get installs, before another one.
const python = ["/usr/bin/python3", "python3"].find(
  (command) => spawnSync(command, ["-c", "import botocore"]).status === 0,
);
if (!python)
  console.warn("There is no botocore, so nothing validates deploy/ecs: apt-get install python3-botocore");

function violations(json: string): string {
  const script = join(__dirname, "validate-task-definition.py");
  return execFileSync(python ?? "python3", [script], { input: json, encoding: "utf8" });
}

(python ? describe : describe.skip)("the task definition for Amazon ECS, by botocore's service model", () => {
  test("is valid", () => {
    expect(violations(definition)).toBe("");
  });

  test.each([
    ["a misspelt field", '"stopTimeout"', '"stopTimeOut"', "stopTimeOut"],
    ["a number as text", '"containerPort": 4000', '"containerPort": "4000"', "containerPort"],
    ["no family", '"family"', '"familiy"', "family"],
  ])("with %s, is refused", (_what, from, to, named) => {
    expect(definition).toContain(from);
    expect(violations(definition.replace(from, to))).toContain(named);
  });
});

test("the task has time to drain before it is killed", () => {
  const [server] = JSON.parse(definition).containerDefinitions;
  const drain = server.environment.find(({ name }: { name: string }) => name === "DRAIN_MS");
  expect(1000 * server.stopTimeout).toBeGreaterThan(Number(drain.value));
});
