import fc from "fast-check";
import { layersOf } from "../../../../export/sql/layers";
import { type Expression, operandsOf } from "../../../../model/formula/expression";

const a: Expression = { op: "feature", position: 0 };
const one: Expression = { op: "number", value: 1 };
const exp = (of: Expression): Expression => ({ op: "exp", of });
const sum = (...terms: Expression[]): Expression => ({
  op: "sum",
  constant: 0,
  terms: terms.map((term) => ({ weight: 1, term })),
});

const layers = (...roots: Expression[]) => layersOf(roots, operandsOf);

describe("what is read several times", () => {
  it("is nothing if each expression is read once, or is a number or a feature", () => {
    expect(layers(sum(exp(a), a, a, one, one), exp(sum(a)))).toEqual([]);
  });

  it("is computed in an inner query", () => {
    const shared = exp(a);

    expect(layers(sum(shared, shared))).toEqual([{ computed: [shared], kept: [] }]);
    expect(layers(shared, sum(shared))).toEqual([{ computed: [shared], kept: [] }]);
    expect(layers(shared, shared)).toEqual([{ computed: [shared], kept: [] }]);
  });

  it("is also what a clipped value or radial functions name more than once", () => {
    const [clipped, coordinate] = [exp(a), exp(one)];
    const radial: Expression = { op: "radial", point: [coordinate], centres: [[0]], weights: [1], power: 2 };

    expect(layers({ op: "clip", of: clipped, min: 0, max: 1 })).toEqual([{ computed: [clipped], kept: [] }]);
    expect(layers(radial)).toEqual([{ computed: [coordinate], kept: [] }]);
  });

  it("is computed before what reads it, and kept as long as it is read", () => {
    const inner = exp(a);
    const outer = sum(inner, inner);
    const last = exp(sum(outer, outer));

    expect(layers(sum(last, last), inner)).toEqual([
      { computed: [inner], kept: [] },
      { computed: [outer], kept: [inner] },
      { computed: [last], kept: [inner] },
    ]);
    expect(layers(sum(last, last))).toEqual([
      { computed: [inner], kept: [] },
      { computed: [outer], kept: [] },
      { computed: [last], kept: [] },
    ]);
  });

  it("is kept for an expression that is not shared, but is read by a later layer", () => {
    const inner = exp(a);
    const middle = sum(inner, one);
    const outer = exp(middle);
    const last = sum(outer, exp(inner));

    expect(layers(last, last, exp(outer))).toEqual([
      { computed: [inner], kept: [] },
      { computed: [outer], kept: [inner] },
      { computed: [last], kept: [outer] },
    ]);
  });
});

/** Expressions that read some of those before them. */
const anyRoots = fc
  .array(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 15 })
  .map((choices) => {
    const all: Expression[] = [a, one];
    for (const picks of choices) all.push(sum(...picks.map((pick) => all[pick % all.length])));
    return all.slice(-3);
  });

it("whatever the expressions are, each layer reads only columns of the one before", () => {
  fc.assert(
    fc.property(anyRoots, (roots) => {
      const found = layersOf(roots, operandsOf);
      const all = new Set(found.flatMap(({ computed }) => computed));
      const readOf = (expression: Expression): Expression[] =>
        operandsOf(expression).flatMap((each) => (all.has(each) ? [each] : readOf(each)));
      let available = new Set<Expression>();
      for (const { computed, kept } of found) {
        for (const each of [...kept, ...computed.flatMap(readOf)]) expect(available).toContain(each);
        available = new Set([...computed, ...kept]);
      }
      const last = roots.flatMap((root) => (all.has(root) ? [root] : readOf(root)));
      for (const each of last) expect(available).toContain(each);
      expect(all.size).toBe(found.reduce((count, { computed }) => count + computed.length, 0));
    }),
  );
});
