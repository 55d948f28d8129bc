import { PassThrough } from "node:stream";
import fastify from "fastify";
import { HousePriceError } from "../../../../model/errors";
import { verifyModel } from "../../../../model/file/read-model";
import { logModels } from "../../../../src/models/model-log";
import { useModelReload } from "../../../../src/models/model-reload";
import { versionText } from "../../../support/model-versions";

const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

function loggingApp() {
  const stream = new PassThrough();
  const app = fastify({ logger: { stream } });
  const lines = () =>
    String(stream.read() ?? "")
      .split("\n")
      .flatMap((line) => (line ? JSON.parse(line) : []));
  return { app, lines };
}

describe("looking for models", () => {
  it("when a look takes longer than the interval, then the next one waits for it", async () => {
    const { app } = loggingApp();
    let looking = 0;
    let looks = 0;
    const refresh = async () => {
      expect(++looking).toBe(1);
      for (let i = 0; i < 5; i++) await tick();
      looking--;
      looks++;
    };
    useModelReload(app, { refresh }, { MODEL_POLL_MS: 1 });
    while (looks < 3) await tick();
    await app.close();
  });

  it("when a look fails unforeseen, then that is logged and the next one is made", async () => {
    const { app, lines } = loggingApp();
    let looks = 0;
    const refresh = async () => {
      if (++looks === 1) throw new Error("unforeseen");
    };
    useModelReload(app, { refresh }, { MODEL_POLL_MS: 1 });
    while (looks < 2) await tick();
    await app.close();
    expect(lines()).toMatchObject([
      { level: 50, msg: "models could not be reloaded", err: { message: "unforeseen" } },
    ]);
  });

  it("when the server is closed, then it does not look any more", async () => {
    const { app } = loggingApp();
    const refresh = jest.fn(async () => {});
    useModelReload(app, { refresh }, { MODEL_POLL_MS: 1 });
    await app.close();
    refresh.mockClear();
    for (let i = 0; i < 10; i++) await tick();
    expect(refresh).not.toHaveBeenCalled();
  });
});

describe("the log of the models", () => {
  it("tells each event in one line, with what it is about", () => {
    const { app, lines } = loggingApp();
    const former = verifyModel(Buffer.from(versionText(1, 0.5)), "former");
    const model = verifyModel(Buffer.from(versionText(1)), "new");
    const error = new HousePriceError("MODEL_CORRUPT", "linear/2 is damaged.");
    const log = logModels(app.log);
    log.loaded?.(model, undefined);
    log.loaded?.(model, former);
    log.removed?.(model);
    log.refused?.({ path: "linear/2", error, kept: model });
    log.pinned?.(new Map([["linear", 1]]));
    log.chosen?.(model, "It is the newest.");
    const { sha256 } = model;
    expect(lines()).toMatchObject([
      { level: 30, msg: "model loaded", model: "linear@1", sha256 },
      { level: 30, msg: "model loaded", model: "linear@1", sha256, replacedSha256: former.sha256 },
      { level: 30, msg: "model removed", model: "linear@1", sha256 },
      {
        level: 40,
        msg: "linear/2 is damaged.",
        code: "MODEL_CORRUPT",
        path: "linear/2",
        stillServed: "linear@1",
      },
      { level: 30, msg: "pins loaded", pins: { linear: 1 } },
      { level: 30, msg: "default model selected", model: "linear@1", reason: "It is the newest." },
    ]);
  });
});
