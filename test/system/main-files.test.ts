import { join } from "node:path";
import { everyNthLine, writeTable } from "../support/housing-csv";
import { runMain } from "../support/main-in-process";
import { startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";
import { eventually } from "../support/waiting";

describe("cli/train.ts", () => {
  const load = () => require("../../cli/train");

  it("prints the report, then where the model is, then the guide's words", async () => {
    const out = await temporaryDirectory();
    const flags = ["--data", await writeTable(everyNthLine(200)), "--out", out];
    const { log, error } = await runMain(load, "Model trained", flags);
    expect(error).toEqual([]);
    expect(log[0]).toContain("R²");
    expect(log.slice(-2)).toEqual([
      `Saved linear version 1 in ${join(out, "linear/1/model.json")}`,
      "Model trained and saved successfully.",
    ]);
    expect(process.exitCode).toBeUndefined();
  });
});

describe("examples/client/main.ts", () => {
  const load = () => require("../../examples/client/main");

  it("prints the answer to a good input, then the errors of a bad one", async () => {
    const url = `${await startServer()}/graphql`;
    const { log } = await runMain(load, "aveOccup:", [url]);
    expect(log.join("\n")).toMatch(/linear@1.*BAD_USER_INPUT.*medInc:/s);
  });
});

describe("src/main.ts", () => {
  const load = () => require("../../src/main");

  it("serves until it is told to end", async () => {
    const environment = { PORT: "0", LOG_LEVEL: "silent" };
    const { log } = await runMain(load, "House Price GraphQL listens", [], environment);
    const url = /http:\/\/localhost:\d+/.exec(log.join("\n"))?.[0] ?? "";
    const health = url.replace("localhost", "127.0.0.1");
    expect(await (await fetch(`${health}/healthz`)).json()).toEqual({ status: "up" });
    const timers = jest.spyOn(globalThis, "setTimeout");
    process.emit("SIGTERM");
    await eventually(() =>
      fetch(`${health}/healthz`).then(
        () => undefined,
        () => true,
      ),
    );
    // The process goes on here, so the timer that ends one which does not drain must not fire.
    for (const { value } of timers.mock.results) clearTimeout(value);
  });
});
