import { escapeHtml } from "../pages/escape-html";
import type { JsonSchema, OpenApi, Operation } from "./openapi-document";

/**
 * The description of the API as a page, in the look of the model cards. It has no script and loads its style from this server alone.
 *
 * @param url - of the server, for examples
 */
export function docsPage(document: OpenApi, url: string): string {
  const { info, paths, components, security } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationSection(url, path, method, operation)),
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) => schemaSection(name, schema));
  const key = security
    ? "<p>Requests carry an API key: <code>Authorization: Bearer KEY</code> or <code>X-API-Key: KEY</code>.</p>\n"
    : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)}</title>
<link rel="stylesheet" href="models/style.css">
<link rel="icon" href="models/icon.svg">
</head>
<body>
<nav><a href="openapi.json">openapi.json</a> · <a href="models">Models</a></nav>
<main>
<h1>${escapeHtml(info.title)}</h1>
<p>${text(info.summary)} ${text(info.description)}</p>
${key}${operations.join("")}<h2>Schemas</h2>
${schemas.join("")}</main>
</body>
</html>
`;
}

function operationSection(url: string, path: string, method: string, operation: Operation): string {
  const { operationId, summary, description, requestBody, responses } = operation;
  const [[mediaType, { schema, example = {} }]] = Object.entries(requestBody.content);
  const verb = method.toUpperCase();
  const curl = `curl -X ${verb} "${url}${path}" \\
  -H "Content-Type: ${mediaType}" \\
  -d ${quoted(JSON.stringify(example))}`;
  const rows = Object.entries(responses).map(([status, response]) => {
    const [[type, content]] = Object.entries(response.content);
    return [
      status,
      `${text(response.description)} <code>${escapeHtml(type)}</code>, ${link(content.schema.$ref)}`,
    ];
  });
  return `<h2 id="${escapeHtml(operationId)}"><code>${verb} ${escapeHtml(path)}</code></h2>
<p>${text(summary)} ${text(description)}</p>
<p>Body: <code>${escapeHtml(mediaType)}</code>, ${link(schema.$ref)}</p>
<pre><code>${escapeHtml(curl)}</code></pre>
${tableOf(["status", "answer"], rows)}`;
}

function schemaSection(name: string, { description, properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(([property, schema]) => [
    `<code>${escapeHtml(property)}</code>`,
    escapeHtml(typeOf(schema)),
    required.includes(property) ? "yes" : "no",
    `${text(schema.description)}${valuesOf(schema)}`,
  ]);
  return `<h3 id="${escapeHtml(name)}">${escapeHtml(name)}</h3>
<p>${text(description)}</p>
${tableOf(["name", "type", "required", "what it is"], rows)}`;
}

function typeOf({ type, format }: JsonSchema): string {
  return [[type].flat().join(" or "), format].filter(Boolean).join(", ");
}

/** Bounds and categories of a property, as sentences. */
function valuesOf(schema: JsonSchema): string {
  const bounds = [
    ["At least", schema.minimum],
    ["Greater than", schema.exclusiveMinimum],
    ["At most", schema.maximum],
    ["Less than", schema.exclusiveMaximum],
  ].flatMap(([words, bound]) => (bound === undefined ? [] : ` ${words} ${bound}.`));
  const categories = (schema.enum ?? []).filter((value) => value !== null);
  const list = categories
    .map((category) => `<code>${escapeHtml(JSON.stringify(category))}</code>`)
    .join(", ");
  return bounds.join("") + (categories.length > 0 ? ` One of ${list}.` : "");
}

function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th>${heading}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`).join("");
  // A wide table scrolls by itself, also by the keyboard.
  return `<div class="table" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
`;
}

function link(reference: string): string {
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  return `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`;
}

/** A text with code in it, as Markdown writes it. */
function text(markdown: string): string {
  return escapeHtml(markdown).replace(/`([^`]*)`/g, "<code>$1</code>");
}

/** A text as one word of a shell. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
