import type { GraphQLError } from "graphql";
import { describeUnacceptable, isAcceptable } from "../../model/table/domain";
import type { Table } from "../../model/table/table";
import type { TableColumn } from "../../model/table/table-column";
import { type FieldProblem, InputProblem, InvalidInputError, problemOf } from "../invalid-input.error";
import { isJsonRecord, type JsonRecord } from "../json-record";
import { describeType, readJsonValue } from "../json-value";
import type { Entity } from "./entity";
import { FailureLimit } from "./failure-limit";

/** Name of the argument that has the representations. */
const ARGUMENT = "representations";

/** Longest key, in characters: answers repeat it. */
const MAX_KEY_LENGTH = 200;

/** Most characters of a type's name that a message repeats. */
const MAX_NAME_LENGTH = 100;

/** The representations of a request, as one array of rows. */
export class EntityBatch {
  readonly rows: Float64Array;
  readonly failures = new FailureLimit();
  /** 1 for each row that lacks a required value, or has one that is not of its column's type. */
  private readonly defective: Uint8Array;
  private readonly absent: Float64Array;

  constructor(
    private readonly table: Table,
    private readonly entity: Entity,
    private readonly representations: readonly unknown[],
  ) {
    this.absent = table.emptyRow();
    this.rows = table.emptyRows(representations.length);
    this.defective = new Uint8Array(representations.length);
  }

  /** Reads a representation into its row; gives the representation, or what is wrong with its form. */
  read(index: number): JsonRecord | InputProblem {
    const { entity, absent, rows, table } = this;
    const representation = this.representations[index];
    if (!isJsonRecord(representation)) return problemAt(this.path(index), "must be an object");
    const type = own(representation, "__typename");
    if (type !== entity.name)
      return problemAt(this.path(index, "__typename"), describeTypename(type, entity));
    const key = entity.key.find((field) => !isKey(own(representation, field)));
    if (key !== undefined) {
      return problemAt(
        this.path(index, key),
        `must be a whole number, or a text of at most ${MAX_KEY_LENGTH} characters`,
      );
    }
    const offset = index * table.width;
    for (const { column, position } of entity.columns) {
      const value = readJsonValue(own(representation, column.apiName), column, absent[position]);
      rows[offset + position] = value ?? Number.NaN;
      if (value === undefined || (column.required && Number.isNaN(value))) this.defective[index] = 1;
    }
    return representation;
  }

  /** What is wrong with the values of a row. */
  problemOf(index: number): InputProblem | undefined {
    const { table, rows, entity } = this;
    if (!this.defective[index] && table.isRowInDomain(rows, index * table.width)) return undefined;
    const problems: FieldProblem[] = [];
    for (const { column, position } of entity.columns) {
      const reason = this.reasonOf(index, column, position);
      if (reason === undefined) continue;
      problems.push({ path: this.path(index, column.apiName), message: `${column.apiName} ${reason}.` });
    }
    return problemOf(problems);
  }

  /** Where a representation, or a field of it, stands in the arguments. */
  path(index: number, field?: string): string {
    const path = `${ARGUMENT}[${index}]`;
    return field === undefined ? path : `${path}.${field}`;
  }

  /** The error of a house that fails; null where the batch has enough of them. */
  failureOf({ message, fields }: InputProblem): GraphQLError | null {
    return this.failures.next(() => new InvalidInputError(message, fields));
  }

  private reasonOf(index: number, column: TableColumn, position: number): string | undefined {
    const { representations, rows, absent, table } = this;
    const representation = representations[index];
    const raw = isJsonRecord(representation) ? own(representation, column.apiName) : undefined;
    const { domain, type, required } = column;
    if (readJsonValue(raw, column, absent[position]) === undefined) return `must be ${describeType(column)}`;
    const value = rows[index * table.width + position];
    if (Number.isNaN(value)) return required ? "is required" : undefined;
    if (isAcceptable(value, domain)) return undefined;
    return describeUnacceptable(value, domain, type.show?.(value) ?? String(value), type.show);
  }
}

function describeTypename(type: unknown, { name }: Entity): string {
  return typeof type === "string"
    ? `must be "${name}"; it is "${type.slice(0, MAX_NAME_LENGTH)}"`
    : `must be "${name}"`;
}

function problemAt(path: string, reason: string): InputProblem {
  const message = `${path} ${reason}.`;
  return new InputProblem(message, [{ path, message }]);
}

function isKey(value: unknown): boolean {
  return typeof value === "string" ? value.length <= MAX_KEY_LENGTH : Number.isSafeInteger(value);
}

/** Names of columns are any, `constructor` included. */
function own(representation: JsonRecord, field: string): unknown {
  return Object.hasOwn(representation, field) ? representation[field] : undefined;
}
