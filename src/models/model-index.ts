import type { ModelCatalogue } from "../../model/registry/catalogue";

/** What is served, as Markdown: a line a model, the one with the least error on its test rows first. */
export function modelIndex({ models }: ModelCatalogue): string {
  const ranked = [...models].sort((a, b) => a.file.metrics.test.rmse - b.file.metrics.test.rmse);
  const lines = ranked.map(({ file }) => {
    const { name, version, features, metrics, trainedAt } = file;
    const { rmse, r2 } = metrics.test;
    const link = `[${name}@${version}](models/${name}/${version})`;
    const cells = [link, features.length, rmse.toFixed(4), r2.toFixed(4), trainedAt.slice(0, 10)];
    return `| ${cells.join(" | ")} |`;
  });
  return `# Models

The models that answer at \`/graphql\`, each with its model card. RMSE and R² are those of its test rows; the RMSE is in 100,000 US dollars.

| model | features | RMSE | R² | trained |
| --- | ---: | ---: | ---: | ---: |
${lines.join("\n")}
`;
}
