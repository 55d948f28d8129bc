import markdownIt from "markdown-it";

/** Where a page stands, as relative paths, so that it also works behind a proxy that adds a prefix. */
export interface PageLinks {
  /** Folder of the style sheet and the icon. */
  readonly assets: string;
  /** Put before the names of pictures, which stand in the text as if they lay beside it. */
  readonly pictures?: string;
  /** Address of the page above, where there is one. */
  readonly index?: string;
}

/**
 * A page of a model card. The Markdown may come with a model from elsewhere: no HTML in it is taken over, and
 * markdown-it lets no link through that could run a script.
 */
export function renderPage(markdown: string, { assets, pictures = "", index }: PageLinks): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "Models";
  const navigation = index === undefined ? "" : `<nav><a href="${index}">All models</a></nav>\n`;
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
${navigation}<main>
${renderer.render(markdown, { pictures })}</main>
</body>
</html>
`;
}

const renderer = markdownIt({ html: false, linkify: false });

// A wide table scrolls by itself, also by the keyboard; the page never does sideways.
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

/** A picture links to itself: on a narrow screen it can be opened alone and enlarged. */
renderer.renderer.rules.image = (tokens, i, options, env, self) => {
  const token = tokens[i];
  const { escapeHtml } = renderer.utils;
  const source = `${env?.pictures ?? ""}${token.attrGet("src") ?? ""}`;
  const text = escapeHtml(self.renderInlineAsText(token.children ?? [], options, env));
  return `<a href="${escapeHtml(source)}"><img src="${escapeHtml(source)}" alt="${text}"></a>`;
};
