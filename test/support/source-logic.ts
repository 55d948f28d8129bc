import { parseSync } from "@swc/core";

/** Nodes of the syntax tree that decide or repeat: a file with none of them does one thing, whatever it is given. */
const LOGIC = new Set([
  "IfStatement",
  "ConditionalExpression",
  "SwitchStatement",
  "ForStatement",
  "ForOfStatement",
  "ForInStatement",
  "WhileStatement",
  "DoWhileStatement",
  "TryStatement",
  "ThrowStatement",
]);

const CHOOSING = new Set<unknown>(["&&", "||", "??"]);

const ITERATING = new Set<unknown>(
  "map filter flatMap some every reduce forEach find findIndex from sort".split(" "),
);

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Whether the text is an array's method that calls a function for each element. */
function iterates(callee: unknown): boolean {
  return isNode(callee) && isNode(callee.property) && ITERATING.has(callee.property.value);
}

function decides(value: unknown): boolean {
  if (!isNode(value)) return false;
  const { type, operator, callee } = value;
  return (
    (typeof type === "string" && LOGIC.has(type)) ||
    (type === "BinaryExpression" && CHOOSING.has(operator)) ||
    (type === "CallExpression" && iterates(callee)) ||
    Object.values(value).some(decides)
  );
}

/** Whether a TypeScript source has a branch or a loop. Types, constants, tables and wiring have none. */
export function hasLogic(source: string): boolean {
  return decides(parseSync(source, { syntax: "typescript", decorators: true }).body);
}
