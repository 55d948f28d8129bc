import pino from "pino";
import { HousePriceError } from "../../../../model/errors";
import type { RegistryObserver } from "../../../../model/registry/registry-observer";
import { logModels } from "../../../../src/models/model-log";
import { modelVariant } from "../../../support/model-variants";

const SHA256 = "a1".padEnd(64, "0");

/** The line that an event of a registry writes, without its time. */
function lineOf(tell: (observer: RegistryObserver) => void) {
  const lines: string[] = [];
  tell(logModels(pino({ base: null, timestamp: false }, { write: (line) => void lines.push(line) })));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]);
}

describe("the log of models", () => {
  it("tells which version is loaded, and which one it replaces", () => {
    const model = modelVariant("a", 1, 1);
    const loaded = { level: 30, model: "a@1", sha256: SHA256, msg: "model loaded" };
    expect(lineOf((observer) => observer.loaded?.(model, undefined))).toEqual(loaded);
    expect(lineOf((observer) => observer.loaded?.(model, modelVariant("b", 2, 1)))).toEqual({
      ...loaded,
      replacedSha256: "b2".padEnd(64, "0"),
    });
  });

  it("tells which one is removed", () => {
    expect(lineOf((observer) => observer.removed?.(modelVariant("a", 1, 1)))).toEqual({
      level: 30,
      model: "a@1",
      sha256: SHA256,
      msg: "model removed",
    });
  });

  it("warns of a file that is refused, and tells what is served instead", () => {
    const error = new HousePriceError("MODEL_CORRUPT", "It is broken.");
    const refused = { level: 40, path: "a/2", code: "MODEL_CORRUPT", msg: "It is broken." };
    expect(lineOf((observer) => observer.refused?.({ path: "a/2", error }))).toEqual(refused);
    const kept = modelVariant("a", 1, 1);
    expect(lineOf((observer) => observer.refused?.({ path: "a/2", error, kept }))).toEqual({
      ...refused,
      stillServed: "a@1",
    });
  });

  it("tells the default model and why, and the pins", () => {
    expect(lineOf((observer) => observer.chosen?.(modelVariant("a", 1, 1), "It is the best."))).toEqual({
      level: 30,
      model: "a@1",
      reason: "It is the best.",
      msg: "default model selected",
    });
    expect(lineOf((observer) => observer.pinned?.(new Map([["a", 1]])))).toEqual({
      level: 30,
      pins: { a: 1 },
      msg: "pins loaded",
    });
  });
});
