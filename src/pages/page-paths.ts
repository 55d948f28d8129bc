/** Files of the page, by URL path. */
export const PAGE_PATHS: ReadonlyMap<string, { readonly name: string; readonly type: string }> = new Map([
  ["/", { name: "index.html", type: "text/html; charset=utf-8" }],
  ["/page/page.js", { name: "page.js", type: "text/javascript; charset=utf-8" }],
  ["/page/page.css", { name: "page.css", type: "text/css; charset=utf-8" }],
  ["/page/icon.svg", { name: "icon.svg", type: "image/svg+xml; charset=utf-8" }],
]);
