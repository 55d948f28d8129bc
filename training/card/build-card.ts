import { verifyModel } from "../../model/file/read-model";
import { MODEL_FILE } from "../../model/registry/model-directory";
import type { TableSchema } from "../../model/table/schema-format";
import type { DescribeOptions } from "../describe/options";
import type { CompanionFile } from "../save-version";
import type { Tables } from "../tables";
import { cardText } from "./card-text";
import { cardFigures } from "./figures";
import { renderFigure } from "./render-figure";

export const CARD_FILE = "card.md";

/**
 * Builds the model card of a version: Markdown and images. All numbers come from the model file or from the model's predictions on the
 * test rows.
 *
 * @param modelFile - the text of `model.json`
 * @param schema - of the table, with its caveats
 * @param given - the user's table options, for the reproduction command
 */
export async function buildCard(
  modelFile: string,
  tables: Pick<Tables, "training" | "test">,
  schema: TableSchema,
  given: Partial<DescribeOptions> = {},
): Promise<CompanionFile[]> {
  const model = verifyModel(Buffer.from(modelFile), MODEL_FILE);
  const figures = cardFigures(model, tables);
  const files: CompanionFile[] = [{ name: CARD_FILE, text: cardText(model, figures, schema, given) }];
  for (const { file, spec } of figures) files.push({ name: file, text: await renderFigure(spec) });
  return files;
}
