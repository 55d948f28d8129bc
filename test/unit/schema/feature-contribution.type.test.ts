import fc from "fast-check";
import { defineFeatureContribution, largestContributions } from "../../../schema/feature-contribution.type";
import { withOwnMetadata } from "../../../schema/own-metadata";
import { targetWordsOf } from "../../../schema/target-words";
import { EVERY_TYPE, tableOf } from "../../support/every-type";

const contribution = fc.record({
  features: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }),
  label: fc.string(),
  contribution: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
});

describe("a contribution", () => {
  const OFFSET = 2;

  function contributionOf(names: readonly string[], value: number, factor?: number) {
    const table = tableOf(EVERY_TYPE);
    const Contribution = withOwnMetadata(() => defineFeatureContribution(table, targetWordsOf(table)));
    const features = names.map((name) => table.indexOf(name));
    const rows = new Float64Array(OFFSET + table.width).fill(Number.NaN);
    for (const position of features) rows[OFFSET + position] = value;
    return new Contribution({ features, label: "its label", contribution: 2.5, factor }, rows, OFFSET);
  }

  it("has the names of its features, and a factor where there is one", () => {
    const one = contributionOf(["Area"], 50);
    expect(one).toMatchObject({ contribution: 2.5, label: "its label", factor: null, features: ["area"] });
    const two = contributionOf(["Area", "Style"], 1, 1.25);
    expect(two).toMatchObject({ factor: 1.25, features: ["area", "style"], value: null, displayValue: null });
    expect(Reflect.get(one, "contributionGbp")).toBe(2.5);
  });

  it.each([
    ["Area", 50.5, 50.5, "50.5"],
    ["Area", -1, -1, "-1"],
    ["Area", Number.NaN, null, null],
    ["Garden", 1, 1, "true"],
    ["Garden", 0, 0, "false"],
    ["Sold", 18_000, 18_000, "2019-04-14"],
    ["Style", 1, null, "semi-detached"],
    ["Style", 0, null, "terrace"],
    ["Place", -1, null, null],
  ])("of %s with %d has the value %j, shown as %j", (name, given, value, displayValue) => {
    expect(contributionOf([name], given)).toMatchObject({ value, displayValue });
  });
});

describe("when the largest contributions are asked for", () => {
  it("then those come in order of size, and the others as one whose features are theirs", () => {
    const contributions = [1, -9, 0.5, 4, -0.25].map((value, i) => ({
      features: [i],
      label: `f${i}`,
      contribution: value,
    }));
    expect(largestContributions(contributions, 2)).toEqual([
      { features: [1], label: "f1", contribution: -9 },
      { features: [3], label: "f3", contribution: 4 },
      { features: [0, 2, 4], label: "the other 3", contribution: 1.25 },
    ]);
  });

  it("then the others' factors are multiplied, where there are factors", () => {
    const contributions = [3, 2, 1].map((value, i) => ({
      features: [i],
      label: `f${i}`,
      contribution: value,
      factor: 1 + value / 10,
    }));
    const [first, rest] = largestContributions(contributions, 1);
    expect(first.factor).toBe(1.3);
    expect(rest.factor).toBeCloseTo(1.2 * 1.1, 12);
    const adding = contributions.map(({ factor: _, ...others }) => others);
    expect(largestContributions(adding, 1).map(({ factor }) => factor)).toEqual([undefined, undefined]);
  });

  it("then a single other one keeps its name", () => {
    const contributions = [1, 2, 3].map((value, i) => ({
      features: [i],
      label: `f${i}`,
      contribution: value,
    }));
    expect(largestContributions(contributions, 2).map(({ label }) => label)).toEqual(["f2", "f1", "f0"]);
  });

  it("then they add up to the same, whatever they are and however many are asked for", () => {
    fc.assert(
      fc.property(
        fc.array(contribution, { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (all, first) => {
          const told = largestContributions(all, first);
          const sum = (items: typeof told) => items.reduce((total, item) => total + item.contribution, 0);
          expect(sum(told)).toBeCloseTo(sum(all), 3);
          expect(told.length).toBe(Math.min(all.length, first + 1));
          expect(new Set(told.flatMap(({ features }) => features))).toEqual(
            new Set(all.flatMap(({ features }) => features)),
          );
          const sizes = told.slice(0, first).map((each) => Math.abs(each.contribution));
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        },
      ),
    );
  });
});
