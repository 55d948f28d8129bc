import { IsOptional, ValidateBy, validateSync } from "class-validator";
import { describeUnacceptable, isAcceptable } from "../model/table/domain";
import type { Table } from "../model/table/table";
import type { TableColumn } from "../model/table/table-column";
import type { InputValues } from "./input-values";

export interface RuleBreak {
  readonly key: string;
  readonly message: string;
}

type RuledClass = new () => object;

/** The class with class-validator's rules, by table. */
const ruled = new WeakMap<Table, RuledClass>();

export function findRuleBreaks(table: Table, values: InputValues): RuleBreak[] {
  const instance = Object.assign(new (ruledClassOf(table))(), values);
  return validateSync(instance, { validationError: { target: false, value: false } }).flatMap(
    ({ property, constraints = {} }) =>
      Object.values(constraints).map((message) => ({ key: property, message })),
  );
}

function ruledClassOf(table: Table): RuledClass {
  let known = ruled.get(table);
  if (!known) {
    known = class RuledFeatures {};
    for (const column of table.features) ruleColumn(known, column);
    ruled.set(table, known);
  }
  return known;
}

/** Uses `isAcceptable`, like data files. Only numbers have bounds. */
function ruleColumn({ prototype }: RuledClass, { apiName, required, domain, kind, type }: TableColumn): void {
  const rules = [
    ValidateBy({
      name: "isAcceptable",
      validator: {
        validate: (value) =>
          kind === "category" ||
          kind === "boolean" ||
          (typeof value === "number" && isAcceptable(value, domain)),
        defaultMessage: (args) => {
          const shown = type.show?.(args?.value) ?? String(args?.value);
          return `${apiName} ${describeUnacceptable(args?.value, domain, shown, type.show)}.`;
        },
      },
    }),
  ];
  if (!required) rules.push(IsOptional());
  for (const rule of rules) rule(prototype, apiName);
}
