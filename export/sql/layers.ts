import type { Expression } from "../../model/formula/expression";

/** The expressions that an expression reads, as an engine computes it. */
export type Operands = (expression: Expression) => readonly Expression[];

/** An inner query: the columns that it computes, and those of former ones that later ones read. */
export interface Layer {
  readonly computed: readonly Expression[];
  readonly kept: readonly Expression[];
}

/**
 * Puts what is read several times into columns of inner queries: each layer reads the columns of the one before.
 *
 * @returns the layers, the innermost first
 */
export function layersOf(roots: readonly Expression[], operandsOf: Operands): readonly Layer[] {
  const shared = findShared(roots, operandsOf);
  const levels = new Map<Expression, number>();
  const levelOf = (expression: Expression): number => {
    const known = levels.get(expression);
    if (known !== undefined) return known;
    const inner = Math.max(0, ...operandsOf(expression).map(levelOf));
    const level = shared.has(expression) ? inner + 1 : inner;
    levels.set(expression, level);
    return level;
  };
  const count = Math.max(0, ...roots.map(levelOf));
  const lastUse = new Map<Expression, number>();
  for (const expression of shared) markUses(operandsOf(expression), levelOf(expression));
  markUses(roots, count + 1);

  function markUses(read: readonly Expression[], level: number): void {
    for (const each of read) {
      if (shared.has(each)) lastUse.set(each, Math.max(lastUse.get(each) ?? 0, level));
      else markUses(operandsOf(each), level);
    }
  }
  return Array.from({ length: count }, (_, i) => {
    const computed: Expression[] = [];
    const kept: Expression[] = [];
    for (const expression of shared) {
      if (levelOf(expression) === i + 1) computed.push(expression);
      else if (levelOf(expression) <= i && (lastUse.get(expression) ?? 0) > i + 1) kept.push(expression);
    }
    return { computed, kept };
  });
}

/** What is written more than once, and is more than a name or a number. */
function findShared(roots: readonly Expression[], operandsOf: Operands): ReadonlySet<Expression> {
  const uses = new Map<Expression, number>();
  const shared = new Set<Expression>();
  const visit = (expression: Expression, times: number) => {
    if (expression.op === "number" || expression.op === "feature") return;
    const before = uses.get(expression) ?? 0;
    uses.set(expression, before + times);
    if (before + times > 1) shared.add(expression);
    if (before > 0) return;
    const often = isRepeated(expression) ? 2 : 1;
    for (const operand of operandsOf(expression)) visit(operand, often);
  };
  for (const root of roots) visit(root, 1);
  return shared;
}

/** Whether what is written of an expression names its operands more than once. */
function isRepeated({ op }: Expression): boolean {
  return op === "clip" || op === "radial";
}
