import type { ModelCatalogue } from "../../model/registry/catalogue";
import { ranked } from "./model-comparison";

/** The served models as a Markdown table, ordered by test error. */
export function modelIndex(catalogue: ModelCatalogue): string {
  const lines = ranked(catalogue).map((model) => {
    const { name, version, features, metrics, trainedAt, note = "" } = model.file;
    const { rmse, r2 } = metrics.test;
    const link = `[${name}@${version}](models/${name}/${version})`;
    const numbers = [features.length, Number(rmse.toPrecision(5)), r2.toFixed(4), trainedAt.slice(0, 10)];
    const cells = [link, ...numbers, asText(catalogue.explain(model).reason), asText(note)];
    return `| ${cells.join(" | ")} |`;
  });
  return `# Models

The models that answer at \`/graphql\`, each with its model card. RMSE and R² are those of its test rows${unitOf(catalogue)}.

![The RMSE of each model: a bar for the test rows, marks for the cross-validations. The table has the numbers.](models/comparison.svg)

| model | features | RMSE | R² | trained | when it answers | note |
| --- | ---: | ---: | ---: | ---: | --- | --- |
${lines.join("\n")}
`;
}

function unitOf({ models }: ModelCatalogue): string {
  const unit = models[0]?.table.target.unit;
  return unit === undefined ? "" : `; the RMSE is in ${asText(unit)}`;
}

/** Escapes Markdown in text that came with a model. */
function asText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
