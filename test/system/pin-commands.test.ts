import { ModelDirectory } from "../support/model-versions";
import { runNode } from "../support/node-process";
import { ServerProcess, until } from "../support/server-process";

const QUERY =
  '{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}, model: {name: "linear"}) { model { version } } }';

describe("when versions are pinned, rolled back and removed by commands", () => {
  it("then a server that runs follows each, and what cannot be done is said", async () => {
    const models = await ModelDirectory.create();
    for (const version of [1, 2, 3]) await models.add(version);
    const server = await ServerProcess.spawn({ MODEL_DIR: models.path, MODEL_POLL_MS: "100" }).ready();
    const run = (command: string, ...args: string[]) =>
      runNode([`dist/cli/${command}.js`, ...args, "--model-dir", models.path]);
    const answers = (version: number) =>
      until(async () => {
        const { data } = await server.query(QUERY);
        return data.predictHousePrice.model.version === version;
      }, `version ${version}`);

    await answers(3);
    expect((await run("rollback", "linear")).stdout).toBe(
      "linear is now served by linear@2, before by linear@3.\n",
    );
    await answers(2);
    expect((await run("pin", "linear@1")).stdout).toBe(
      "linear is now served by linear@1, before by linear@2.\n",
    );
    await answers(1);
    const refused = await run("rm", "linear@1");
    expect([refused.status, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr).toMatch(/^MODEL_PINNED: linear@1 is pinned/);
    expect((await run("pin", "linear")).stdout).toBe(
      "linear is now served by linear@3, before by linear@1.\n",
    );
    await answers(3);
    expect((await run("rm", "linear@3")).stdout).toBe("Removed linear@3.\n");
    await answers(2);
    for (const [command, argument] of [
      ["rm", "linear"],
      ["rollback", "linear@2"],
      ["pin", "../x"],
    ]) {
      const { status, stderr } = await run(command, argument);
      expect([status, stderr.startsWith("error: ")]).toEqual([1, true]);
    }

    await server.stop();
    await models.delete();
  }, 120_000);
});
