import { ApiError } from "../api/api-error";
import { execute } from "../api/execute";
import { PageColumnsDocument, PageModelsDocument, type PageModelsQuery } from "../gql/graphql";
import type { Example } from "../house/example-choice";
import type { Column } from "../house/house";
import type { Target } from "../money";

export type ModelSummary = PageModelsQuery["models"][number];

/** What the page is built from. */
export interface ServedTable {
  readonly models: readonly ModelSummary[];
  readonly target: Target;
  readonly columns: readonly Column[];
  /** Real houses to begin with. */
  readonly examples: readonly Example[];
  /** API names of the columns that a model reads. */
  readonly read: ReadonlySet<string>;
}

/** Asks which models there are, and for the columns of their table, as the model has seen them that reads most; of several, the most accurate. */
export async function loadTable(): Promise<ServedTable> {
  const { models } = await execute(PageModelsDocument, {});
  const [best] = [...models].sort(
    (a, b) => readBy(b).length - readBy(a).length || a.metrics.test.rmse - b.metrics.test.rmse,
  );
  if (!best) throw new ApiError("refused", "This server has no model yet.");
  const { name, version } = best;
  const { modelInfo } = await execute(PageColumnsDocument, { model: { name, version } });
  return {
    models,
    target: best.target,
    columns: modelInfo.columns,
    examples: modelInfo.examples,
    read: new Set(models.flatMap(readBy)),
  };
}

function readBy({ columns }: ModelSummary): string[] {
  return columns.flatMap(({ apiName, isRead }) => (isRead ? [apiName] : []));
}
