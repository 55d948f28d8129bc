import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { parse } from "yaml";
import { temporaryDirectory } from "../support/temporary-directory";

const DIRECTORY = ".github/workflows";

// Node.js cannot import GitHub's parser as it is: it imports its schema as JSON without saying so.
const PROGRAM = `
  import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";

  export async function problemsOf(name, content) {
    const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    if (value) await convertWorkflowTemplate(context, value);
    return context.errors.getErrors().map(String);
  }
`;

let problemsOf: (name: string, content: string) => Promise<string[]>;

function read(name: string): string {
  return readFileSync(join(DIRECTORY, name), "utf8");
}

/** How a version of an image is named in the steps and files that release it. */
const RELEASE_TAG = /^\d+\.\d+\.\d+-[a-z_]+\.\d+$/;

describe("the workflows", () => {
  beforeAll(async () => {
    const outfile = join(await temporaryDirectory(), "parser.cjs");
    const stdin = { contents: PROGRAM, resolveDir: process.cwd() };
    await build({ stdin, outfile, bundle: true, platform: "node", format: "cjs", logLevel: "error" });
    ({ problemsOf } = require(outfile));
  });

  test.each(readdirSync(DIRECTORY))("%s is valid by GitHub's own schema", async (name) => {
    expect(await problemsOf(name, read(name))).toEqual([]);
  });

  test("a misspelt key and an unknown value in an expression are problems", async () => {
    const wrong =
      "on: push\njobs:\n  a:\n    runs-on: x\n    stepss: []\n    steps: [{ run: '$" +
      "{{ githb.sha }}' }]\n";
    const problems = (await problemsOf("wrong.yml", wrong)).join("\n");
    expect(problems).toMatch(/stepss/);
    expect(problems).toMatch(/githb/);
  });

  test("the release passes to each image exactly what its workflow takes", () => {
    const { inputs } = parse(read("publish-image.yml")).on.workflow_call;
    const required = Object.keys(inputs).filter((name) => inputs[name].required);
    const { server, models, joined } = parse(read("release.yml")).jobs;
    for (const job of [server, models, joined]) {
      expect(job.uses).toBe("./.github/workflows/publish-image.yml");
      expect(Object.keys(job.with)).toEqual(expect.arrayContaining(required));
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(job.with)));
      expect(readFileSync("Dockerfile", "utf8")).toMatch(new RegExp(`AS ${job.with.target}$`, "m"));
    }
  });

  test("the default image of the swarm has a tag that the release makes", () => {
    const image = /image: \$\{IMAGE:-[^:]+:([^}]+)\}/.exec(
      readFileSync("deploy/swarm/stack.yml", "utf8"),
    )?.[1];
    expect(image).toMatch(RELEASE_TAG);
  });
});
