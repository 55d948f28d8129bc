import { HousePriceError } from "../../../../model/errors";
import { allObservers, type RegistryObserver } from "../../../../model/registry/registry-observer";
import { modelVariant } from "../../../support/model-variants";

/** An observer of all events, and what it was told. */
function recording(): { observer: RegistryObserver; told: unknown[] } {
  const told: unknown[] = [];
  const record =
    (event: string) =>
    (...values: unknown[]) => {
      told.push([event, ...values]);
    };
  const observer = {
    loaded: record("loaded"),
    removed: record("removed"),
    refused: record("refused"),
    pinned: record("pinned"),
    chosen: record("chosen"),
  };
  return { observer, told };
}

describe("when several observe a registry", () => {
  it("then each is told each event, and those without a method for it are passed over", () => {
    const [one, other] = [recording(), recording()];
    const removed: string[] = [];
    const all = allObservers(
      one.observer,
      {},
      { removed: ({ id }) => void removed.push(id) },
      other.observer,
    );
    const [model, former] = [modelVariant("a", 2, 1), modelVariant("a", 1, 1)];
    const refusal = { path: "a/3", error: new HousePriceError("MODEL_INVALID", "It is broken.") };
    const pins = new Map([["a", 2]]);

    all.loaded?.(model, former);
    all.removed?.(former);
    all.refused?.(refusal);
    all.pinned?.(pins);
    all.chosen?.(model, "It is the newest.");

    expect(one.told).toEqual([
      ["loaded", model, former],
      ["removed", former],
      ["refused", refusal],
      ["pinned", pins],
      ["chosen", model, "It is the newest."],
    ]);
    expect(other.told).toEqual(one.told);
    expect(removed).toEqual(["a@1"]);
  });
});
