import type { Model } from "../../model/model";
import type { TableSchema } from "../../model/table/schema-format";

export function intendedUse({ title, description }: TableSchema): string[] {
  const data = description ?? title;
  return [
    "## Intended use",
    [
      "- To estimate the price of a house like those of the data, together with its interval, as one opinion among others.",
      "- To compare models on the same data.",
      `- To describe what prices went together with in the data${data === undefined ? "." : `: ${data}`}`,
    ].join("\n"),
    "### What it must not be used for",
    [
      "- **No other time and no other place than those of the data.** Prices move on; elsewhere the answer means nothing, although it is a number.",
      "- **No decision about people**: no lending, no insurance, no rent, no taxation, no choice of tenants.",
      "- **No conclusion on causes.** More rooms do not raise a price because a coefficient is positive.",
    ].join("\n"),
  ];
}

export function ethicalConsiderations(): string[] {
  return [
    "## Ethical considerations",
    "Prices go together with income, crowding and place, and those with ethnicity: they may carry the marks of segregated housing and of refused loans. A model that reproduces prices reproduces that as well: used for a decision about people, or about the places where they live, it would carry an old injustice on. It has not been examined for fairness between groups.",
  ];
}

/** @param schema - of the table, with what its users must know */
export function caveats({ file, table, isClipped }: Model, schema: TableSchema): string[] {
  const names = new Set(file.features.map(({ name }) => name));
  const { location } = table;
  const knowsPlace = location !== undefined && names.has(table.features[location.latitude].name);
  const sentences = [
    ...(schema.caveats ?? []),
    knowsPlace
      ? "It learned from neighbours of the test rows. Where the question is of a place without training rows nearby, the cross-validation by spatial blocks is the honest figure."
      : location &&
        "It does not know the place: houses with the same features get the same price wherever they are. The residuals on the map show what that costs.",
    isClipped
      ? "A prediction is clipped to the range of the training prices."
      : "A prediction is never clipped: far outside the training range it can be below zero or far above any price. The answer then carries a warning.",
    "An interval holds its coverage on average over rows like those of the data, not for each kind of them: see the coverage of the cheapest and the dearest, above.",
    "Take the warnings of an answer seriously, and ask for the interval along with the price.",
  ];
  return [
    "## Caveats and recommendations",
    sentences
      .filter((sentence) => sentence !== undefined)
      .map((sentence) => `- ${sentence}`)
      .join("\n"),
  ];
}
