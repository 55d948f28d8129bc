import { ApiError } from "../api/api-error";
import { execute } from "../api/execute";
import { PageColumnsDocument, PageModelsDocument, type PageModelsQuery } from "../gql/graphql";
import type { Column } from "../house/house";
import type { Target } from "../money";

export type ModelSummary = PageModelsQuery["models"][number];

/** What the page is built from. */
export interface ServedTable {
  readonly models: readonly ModelSummary[];
  readonly target: Target;
  readonly columns: readonly Column[];
  /** API names of the columns that a model reads. */
  readonly read: ReadonlySet<string>;
}

/** Asks which models there are, and for the columns of their table as the model has seen them that reads most. */
export async function loadTable(): Promise<ServedTable> {
  const { models } = await execute(PageModelsDocument, {});
  const [widest] = [...models].sort((a, b) => readBy(b).length - readBy(a).length || b.version - a.version);
  if (!widest) throw new ApiError("refused", "This server has no model yet.");
  const { name, version } = widest;
  const { modelInfo } = await execute(PageColumnsDocument, { model: { name, version } });
  return {
    models,
    target: widest.target,
    columns: modelInfo.columns,
    read: new Set(models.flatMap(readBy)),
  };
}

function readBy({ columns }: ModelSummary): string[] {
  return columns.flatMap(({ apiName, isRead }) => (isRead ? [apiName] : []));
}
