import type { Model } from "../../model/model";
import type { TableSchema } from "../../model/table/schema-format";

export function intendedUse({ title, description }: TableSchema): string[] {
  const data = description ?? title;
  return [
    "## Intended use",
    [
      "- To estimate the price of a house similar to those in the data, with its interval, as one opinion among others.",
      "- To compare models on the same data.",
      `- To describe how features and prices are related in the data${data === undefined ? "." : `: ${data}`}`,
    ].join("\n"),
    "### What it must not be used for",
    [
      "- **No other time or place than those of the data.** Prices change over time, and elsewhere the prediction is meaningless.",
      "- **No decisions about people**: no lending, insurance, rents, taxation or choice of tenants.",
      "- **No causal conclusions.** A positive coefficient does not mean that more rooms raise a price.",
    ].join("\n"),
  ];
}

export function ethicalConsiderations(): string[] {
  return [
    "## Ethical considerations",
    "Prices are correlated with income, crowding and location, and these with ethnicity. They may reflect segregated housing and refused loans. A model that reproduces prices reproduces that as well: used for decisions about people or their neighbourhoods, it would perpetuate past injustice. It has not been examined for fairness between groups.",
  ];
}

/** @param schema - of the table, with its caveats */
export function caveats({ file, table, isClipped }: Model, schema: TableSchema): string[] {
  const names = new Set(file.features.map(({ name }) => name));
  const { location } = table;
  const knowsPlace = location !== undefined && names.has(table.features[location.latitude].name);
  const sentences = [
    ...(schema.caveats ?? []),
    knowsPlace
      ? "The test rows have training rows nearby. For a location without any, the cross-validation with spatial blocks gives the realistic error."
      : location &&
        "It does not use the location: houses with the same features get the same price everywhere. The map of residuals shows the resulting errors.",
    isClipped
      ? "Predictions are clipped to the range of the training prices."
      : "Predictions are never clipped: far outside the training range they can be negative or far above any price. They then have a warning.",
    "The coverage of an interval is an average over rows like those of the data, not a guarantee for each kind of row: see the coverage of the cheapest and the most expensive, above.",
    "Always query the interval and the warnings along with the price.",
  ];
  return [
    "## Caveats and recommendations",
    sentences
      .filter((sentence) => sentence !== undefined)
      .map((sentence) => `- ${sentence}`)
      .join("\n"),
  ];
}
