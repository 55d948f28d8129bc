const SCRIPT = "text/javascript; charset=utf-8";
const STYLE = "text/css; charset=utf-8";

/** Files of the IDE at /graphql, by URL path. */
export const IDE_PATHS: ReadonlyMap<string, { readonly name: string; readonly type: string }> = new Map([
  ["/ide/ide.js", { name: "ide.js", type: SCRIPT }],
  ["/ide/ide.css", { name: "ide.css", type: STYLE }],
  ["/ide/graphiql.js", { name: "graphiql.js", type: SCRIPT }],
  ["/ide/graphiql.css", { name: "graphiql.css", type: STYLE }],
]);
