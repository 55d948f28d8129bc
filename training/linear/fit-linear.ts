import type { LinearColumn, LinearEstimator } from "../../model/estimators/linear/linear-format";
import type { Table } from "../../model/table/table";
import { columnOf, type TrainingTable } from "../training-table";
import { type DesignColumn, DesignColumns } from "./design-columns";
import { fitNumbers } from "./fit-numbers";
import { type LeastSquares, solveLeastSquares } from "./least-squares";
import { NormalEquations } from "./normal-equations";

/** Limits for the regression package, which keeps several copies. */
const MAX_COLUMNS = 40;
const MAX_VALUES = 4_000_000;

/** Ordinary least squares on numbers, one-hot categories, and missing-value indicators. */
export function fitLinear(table: TrainingTable): LinearEstimator {
  const { intercept, terms, aliased } = fitPlainNumbers(table) ?? solve(table);
  const named = ({ coefficient, ...column }: LeastSquares["terms"][number]) => ({
    ...nameColumn(column, table.table),
    coefficient,
  });
  return {
    kind: "linear",
    rows: table.target.length,
    intercept,
    terms: terms.map(named),
    ...(aliased.length > 0 && { aliased: aliased.map((column) => nameColumn(column, table.table)) }),
  };
}

function solve(table: TrainingTable): LeastSquares {
  return solveLeastSquares(new NormalEquations(new DesignColumns(table), table.target));
}

/** Uses the regression package if all features are independent numbers without missing values. */
function fitPlainNumbers(table: TrainingTable): LeastSquares | undefined {
  const { features, target } = table;
  const isSmall = features.length <= MAX_COLUMNS && features.length * target.length <= MAX_VALUES;
  if (!isSmall || features.some((feature) => table.table.features[feature].kind === "category")) {
    return undefined;
  }
  const columns = Array.from(features, (feature) => columnOf(table, feature));
  if (columns.some((column) => column.some(Number.isNaN))) return undefined;
  const fit = fitNumbers({ columns, target });
  if (!fit) return undefined;
  const terms = Array.from(features, (feature, j) => ({
    kind: "number" as const,
    feature,
    coefficient: fit.coefficients[j],
  }));
  return { intercept: fit.intercept, terms, aliased: [] };
}

function nameColumn({ kind, feature, category = -1 }: DesignColumn, table: Table): LinearColumn {
  const { name, categories = [] } = table.features[feature];
  if (kind === "missing") return { feature: name, missing: true };
  return kind === "category" ? { feature: name, category: categories[category] } : { feature: name };
}
