import markdownIt from "markdown-it";

/** Links of a page, as relative paths, so that they also work behind a proxy that adds a prefix. */
export interface PageLinks {
  readonly assets: string;
  /** Prefix of image names. */
  readonly pictures?: string;
  /** Pages that this one links to, by their addresses. */
  readonly navigation?: readonly (readonly [address: string, title: string])[];
}

/**
 * Renders a model card. Models may come from elsewhere: HTML in the Markdown is escaped, and markdown-it refuses links that could run a
 * script.
 */
export function renderPage(markdown: string, { assets, pictures = "", navigation = [] }: PageLinks): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "Models";
  const links = navigation.map(([address, title]) => `<a href="${address}">${title}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${renderer.utils.escapeHtml(title)}</title>
<link rel="stylesheet" href="${assets}/style.css">
<link rel="icon" href="${assets}/icon.svg">
</head>
<body>
${links.length > 0 ? `<nav>${links.join(" · ")}</nav>\n` : ""}<main>
${renderer.render(markdown, { pictures })}</main>
</body>
</html>
`;
}

const renderer = markdownIt({ html: false, linkify: false });

// Wide tables scroll, also by keyboard, so that the page does not.
renderer.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
renderer.renderer.rules.table_close = () => "</table></div>\n";

// The page's policy forbids style attributes, by which markdown-it would align the columns of numbers.
for (const rule of ["th_open", "td_open"]) {
  renderer.renderer.rules[rule] = (tokens, i, options, _env, self) => {
    const token = tokens[i];
    if (token.attrGet("style") === "text-align:right") token.attrs = [["class", "number"]];
    return self.renderToken(tokens, i, options);
  };
}

/** Images link to themselves, so that they can be enlarged on narrow screens. */
renderer.renderer.rules.image = (tokens, i, options, env, self) => {
  const token = tokens[i];
  const { escapeHtml } = renderer.utils;
  const source = `${env?.pictures ?? ""}${token.attrGet("src") ?? ""}`;
  const text = escapeHtml(self.renderInlineAsText(token.children ?? [], options, env));
  return `<a href="${escapeHtml(source)}"><img src="${escapeHtml(source)}" alt="${text}"></a>`;
};
