import type { Model } from "../../model/model";
import type { TableSchema } from "../../model/table/schema-format";
import type { DescribeOptions } from "../describe/options";
import type { Figure } from "./figure";
import { caveats, ethicalConsiderations, intendedUse } from "./guidance";
import { modelDetails, requestSection } from "./model-details";
import { metricsSection, resultsSection } from "./results";
import { dataSection, reproductionSection } from "./training-facts";

/**
 * The text of a model card, with the sections of Mitchell et al.: "Model Cards for Model Reporting", Proceedings of the Conference on
 * Fairness, Accountability, and Transparency (2019), 220-229.
 */
export function cardText(
  model: Model,
  figures: readonly Figure[],
  schema: TableSchema,
  given: Partial<DescribeOptions>,
): string {
  const { name, version } = model.file;
  const sections = [
    `# Model card: ${name}, version ${version}`,
    "What this model is, how well it performs, where it fails, and what it must not be used for, in the form of [Model Cards for Model Reporting](https://doi.org/10.1145/3287560.3287596) (Mitchell et al., 2019). Training wrote this page and its charts together with `model.json`.",
    ...modelDetails(model),
    ...requestSection(model),
    ...intendedUse(schema),
    ...metricsSection(model),
    ...resultsSection(model, figures),
    ...dataSection(model, schema),
    ...ethicalConsiderations(),
    ...caveats(model, schema),
    ...reproductionSection(model, given),
  ];
  return `${sections.join("\n\n")}\n`;
}
