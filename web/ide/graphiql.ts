import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { type ComponentProps, createElement } from "react";
import { createRoot } from "react-dom/client";
import type { Start } from "./start";

/** Shows GraphiQL, which sends its queries to the address of this page. */
export function showGraphiql(root: Element, { query, variables, isLinked }: Start): void {
  const linked = isLinked && { query, ...(variables && { variables }) };
  createRoot(root).render(createElement(GraphiQL, { fetcher, defaultQuery: query, ...linked }));
}

const fetcher: ComponentProps<typeof GraphiQL>["fetcher"] = async (parameters, options) => {
  const response = await fetch(location.pathname, {
    method: "POST",
    headers: { "content-type": "application/json", ...options?.headers },
    body: JSON.stringify(parameters),
  });
  return response.json();
};
