import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { ModelCatalogue } from "../../../model/registry/catalogue";
import type { Table } from "../../../model/table/table";
import { type ListLengths, listLengths } from "../../../schema/field-costs";
import type { Variables } from "../operation-request";
import { CostPlanner } from "./cost-planner";
import { type CostPlan, costOf, rowsOfBatches } from "./operation-cost";
import { refusal } from "./refusal";

export interface OperationLimits {
  readonly maxCost: number;
  /** Maximum number of rows in all batches of an operation together. */
  readonly maxRows: number;
}

/**
 * Limits that depend on variables and on the served models. Both execution paths check them before they look at the values of variables.
 */
export class OperationGuard {
  private readonly planner: CostPlanner;
  private readonly plans = new WeakMap<
    OperationDefinitionNode,
    CostPlan & { readonly lengths: ListLengths }
  >();

  constructor(
    schema: GraphQLSchema,
    private readonly table: Table,
    private readonly limits: OperationLimits,
  ) {
    this.planner = new CostPlanner(schema, table);
  }

  /**
   * @param document - a validated document, not modified afterwards
   * @param operation - the one to run
   * @returns the cost of the operation
   * @throws GraphQLError if it asks for too many rows or costs too much
   */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables | undefined,
    catalogue: ModelCatalogue,
  ): number {
    const plan = this.planOf(document, operation, catalogue);
    const rows = rowsOfBatches(plan, operation, variables);
    if (rows.length > 0) this.refuseTooManyRows(plan, rows);
    const units = costOf(plan, rows);
    if (units > this.limits.maxCost) throw this.tooCostly(units);
    return units;
  }

  /** Plans are cached per operation until the models change. */
  private planOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    catalogue: ModelCatalogue,
  ): CostPlan {
    const lengths = listLengths(catalogue, this.table);
    const known = this.plans.get(operation);
    if (known?.lengths === lengths) return known;
    const plan = { ...this.planner.plan(document, operation, lengths), lengths };
    this.plans.set(operation, plan);
    return plan;
  }

  private refuseTooManyRows({ batches }: CostPlan, rows: readonly number[]): void {
    const { maxRows } = this.limits;
    const longest = Math.max(...rows);
    if (longest > maxRows) {
      const message = `A batch may have at most ${maxRows} rows; this one has ${longest}. Send it in parts.`;
      throw refusal("BAD_USER_INPUT", message, {
        fields: [{ path: batches[rows.indexOf(longest)].argument, message }],
      });
    }
    const all = rows.reduce((sum, count) => sum + count, 0);
    if (all > maxRows) {
      throw refusal(
        "QUERY_TOO_COSTLY",
        `The batches of a query may have at most ${maxRows} rows in total; these have ${all}. Send them in parts.`,
      );
    }
  }

  private tooCostly(units: number): GraphQLError {
    const asked = Number.isFinite(units) ? units : "too much to count";
    return refusal(
      "QUERY_TOO_COSTLY",
      `The query may cost at most ${this.limits.maxCost}; it costs ${asked}. Select fewer fields, or send fewer rows.`,
    );
  }
}
