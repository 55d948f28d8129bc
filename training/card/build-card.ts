import { verifyModel } from "../../model/file/read-model";
import { MODEL_FILE } from "../../model/registry/model-directory";
import type { TableSchema } from "../../model/table/schema-format";
import type { DescribeOptions } from "../describe/options";
import type { CompanionFile } from "../save-version";
import type { Tables } from "../tables";
import { cardText } from "./card-text";
import { cardFigures } from "./figures";
import { renderFigure } from "./render-figure";

/** File of a model card's text inside its version's folder. */
export const CARD_FILE = "card.md";

/**
 * The model card of a version: its text in Markdown, and its pictures. All numbers come from the model file, or from
 * asking that very model about the test rows.
 *
 * @param modelFile - the text of `model.json`
 * @param schema - of the table: what its users must know
 * @param given - what the user said about the table, for the command that trains the same model
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
