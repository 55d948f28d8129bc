import type { Model } from "../../model/model";

export function intendedUse(): string[] {
  return [
    "## Intended use",
    [
      "- To learn, and to teach, how a regression is trained, judged, versioned and served.",
      "- To compare models on a data set that many have used.",
      "- To describe what prices in California's block groups went together with at the census of 1990.",
    ].join("\n"),
    "### What it must not be used for",
    [
      "- **No price of today.** Incomes and prices are those of 1990.",
      "- **No price of a house.** A row is a block group, some 600 to 3,000 people; the answer is the median value of its houses, which differ.",
      "- **No decision about people**: no lending, no insurance, no rent, no taxation, no valuation, no choice of tenants or of places to invest in.",
      "- **No place but California.** Elsewhere the answer means nothing, although it is a number.",
      "- **No statement on houses above 500,000 dollars**: the census recorded all of them as 500,001 (5.00001).",
      "- **No conclusion on causes.** More rooms do not raise a price because a coefficient is positive.",
    ].join("\n"),
  ];
}

export function ethicalConsiderations(): string[] {
  return [
    "## Ethical considerations",
    "The rows are sums over block groups and tell nothing of a single person. But income, crowding and place go together with ethnicity, and prices of 1990 carry the marks of decades of segregated housing and refused loans. A model that reproduces them reproduces that as well: used for a decision about people, or about the places where they live, it would carry an old injustice on. It has not been examined for fairness between groups, since the data does not name any.",
  ];
}

export function caveats({ file, isClipped }: Model): string[] {
  const names = new Set<string>(file.features.map(({ name }) => name));
  const knowsPlace = names.has("Latitude") && names.has("Longitude");
  return [
    "## Caveats and recommendations",
    [
      knowsPlace
        ? "- It learned from neighbours of the test rows. Where the question is of a place without training rows nearby, the cross-validation by spatial blocks is the honest figure."
        : "- It does not know the place: block groups with the same features get the same price in Los Angeles and in Redding. The residuals on the map show what that costs.",
      "- The target is capped at 5.00001, so errors at the upper end are in truth larger than they appear.",
      "- Averages of few households run wild: where a block group is a prison or a resort, rooms or people are divided by hardly any household. The predictions for such rows are poor.",
      isClipped
        ? "- A prediction is clipped to the range of the training prices."
        : "- A prediction is never clipped: far outside the training range it can be below zero or far above any price. The answer then carries a warning.",
      "- An interval holds its coverage on average over block groups like those of the data, not for each kind of them: see the coverage of the cheapest and the dearest, above.",
      "- Take the warnings of an answer seriously, and ask for the interval along with the price.",
    ].join("\n"),
  ];
}
