import { Kind, type OperationDefinitionNode } from "graphql";
import { BATCH } from "../guards/cost-planner";
import type { Variables } from "../operation-request";

/** Rows of a block: some 50 kB of text. What V8 makes for them is gone before it would be moved among the old objects. */
const BLOCK_ROWS = 500;

/** An operation that is one batch: its rows may be predicted and written block by block. */
export interface BatchOperation {
  /** The variable that has the rows. */
  readonly variable: string;
  /** What the text of each answer begins with, before its rows. */
  readonly opening: string;
}

/** What the text of an answer ends with, after its rows. */
export const CLOSING = "]}}\n";

/** Undefined if the operation has other fields than one batch, or its rows are not one variable. */
export function batchOperation({
  selectionSet: { selections },
}: OperationDefinitionNode): BatchOperation | undefined {
  const [field] = selections;
  if (selections.length !== 1 || field.kind !== Kind.FIELD || field.name.value !== BATCH.field)
    return undefined;
  const rows = field.arguments?.find(({ name }) => name.value === BATCH.argument)?.value;
  if (rows?.kind !== Kind.VARIABLE) return undefined;
  const key = (field.alias ?? field.name).value;
  return { variable: rows.name.value, opening: `{"data":{${JSON.stringify(key)}:[` };
}

/** Some rows of a batch, as variables of its operation. */
export interface Block {
  /** Position among all rows. */
  readonly firstRow: number;
  /** Position of the first row after the block. */
  readonly endRow: number;
  readonly variables: Variables;
}

/** @param pieces - the rows, of which those of one piece are in memory at a time; undefined if one is not JSON */
export function* blocksOf(
  { variable }: BatchOperation,
  variables: Variables,
  pieces: Iterable<readonly unknown[] | undefined>,
): Generator<Block | undefined, void> {
  let firstRow = 0;
  for (const rows of pieces) {
    if (!rows) return yield undefined;
    for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
      const block = rows.slice(from, from + BLOCK_ROWS);
      const endRow = firstRow + block.length;
      yield { firstRow, endRow, variables: { ...variables, [variable]: block } };
      firstRow = endRow;
    }
  }
}

/** The rows in the text of an answer, without brackets; undefined if it is not of the expected form. */
export function rowsIn({ opening }: BatchOperation, text: string): string | undefined {
  if (!text.startsWith(opening) || !text.endsWith(CLOSING)) return undefined;
  return text.slice(opening.length, -CLOSING.length);
}
