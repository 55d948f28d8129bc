import { choosePins, type PinRequest } from "../../../../model/registry/pin-choice";
import { modelVariant } from "../../../support/model-variants";

const linear1 = modelVariant("linear", 1, 0.8);
const linear2 = modelVariant("linear", 2, 0.7);
const other1 = modelVariant("other", 1, 0.6);

const pinning = (pins: { readonly [name: string]: number }, source = "MODEL_PIN"): PinRequest => ({
  source,
  pins: new Map(Object.entries(pins)),
});

function choose(...parameters: Parameters<typeof choosePins>) {
  const { pins, held, refused } = choosePins(...parameters);
  return {
    pins: Object.fromEntries(pins),
    held: held.map(({ id }) => id),
    refused: refused.map(({ source, error }) => [source, error.code, error.message]),
  };
}

describe("a pin", () => {
  it("takes effect if its version is there", () => {
    const requests = [pinning({ linear: 1, other: 1 })];
    expect(choose(requests, [linear1, linear2, other1])).toEqual({
      pins: { linear: 1, other: 1 },
      held: [],
      refused: [],
    });
  });

  it("of the first source counts", () => {
    const requests = [pinning({ linear: 1 }), pinning({ linear: 2, other: 1 }, "pins.json")];
    expect(choose(requests, [linear1, linear2, other1]).pins).toEqual({ linear: 1, other: 1 });
  });

  it("of a version that is not there is refused, and the name is not pinned", () => {
    expect(choose([pinning({ linear: 9 })], [linear1, linear2])).toEqual({
      pins: {},
      held: [],
      refused: [
        [
          "MODEL_PIN",
          "PIN_NOT_SERVED",
          "MODEL_PIN pins linear to version 9, which is not served. Served: linear@1, linear@2.",
        ],
      ],
    });
  });

  it("that is refused leaves the former one in force", () => {
    const former = new Map([["linear", 1]]);
    const { pins, refused } = choose([pinning({ linear: 9 })], [linear1, linear2], former);
    expect(pins).toEqual({ linear: 1 });
    expect(refused).toHaveLength(1);
  });

  it("that is no longer asked for ends", () => {
    expect(choose([], [linear1], new Map([["linear", 1]])).pins).toEqual({});
  });
});

describe("a pinned version that was removed", () => {
  const former = new Map([["linear", 1]]);

  it("is served from memory while its pin stays", () => {
    expect(choose([pinning({ linear: 1 }, "pins.json")], [linear2], former, [linear1, linear2])).toEqual({
      pins: { linear: 1 },
      held: ["linear@1"],
      refused: [
        [
          "pins.json",
          "PINNED_VERSION_REMOVED",
          "linear@1 was removed, but pins.json pins it: it is served from memory until its pin changes.",
        ],
      ],
    });
  });

  it("stays in memory also if the new pin is refused", () => {
    const { pins, held, refused } = choose([pinning({ linear: 9 })], [linear2], former, [linear1]);
    expect([pins, held]).toEqual([{ linear: 1 }, ["linear@1"]]);
    expect(refused.map(([, code]) => code)).toEqual(["PIN_NOT_SERVED", "PINNED_VERSION_REMOVED"]);
  });

  it("that is not in memory either is pinned and not there", () => {
    expect(choose([pinning({ linear: 1 })], [linear2], former, [])).toEqual({
      pins: { linear: 1 },
      held: [],
      refused: [],
    });
  });
});

describe("the versions that are served", () => {
  const message = (count: number) => {
    const models = Array.from({ length: count }, (_, i) => modelVariant("linear", i + 1, 1));
    return choose([pinning({ linear: 99 })], models).refused[0][2];
  };

  it("are listed, the last twenty of them", () => {
    expect(message(0)).toMatch(/Served: no models\.$/);
    expect(message(20)).toMatch(/Served: linear@1, .*, linear@20\.$/);
    expect(message(22)).toMatch(/Served: linear@3, .*, linear@22, 2 more\.$/);
  });
});
