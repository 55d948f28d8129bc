import { loadSandbox, showSandbox } from "./sandbox";
import { startOf } from "./start";

const root = document.querySelector<HTMLElement>("#ide");
if (root) void show(root);

/** Apollo Sandbox if it is wanted and its script comes, or else GraphiQL from this server. */
async function show(root: HTMLElement): Promise<void> {
  const { ide, example = "" } = root.dataset;
  const start = startOf(location.hash, example);
  if (ide === "sandbox" && (await loadSandbox())) return showSandbox(root, start);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("graphiql.css", import.meta.url).href;
  document.head.append(style);
  // A file of its own: most browsers never ask for its 1.5 MB.
  const { showGraphiql } = await import(new URL("graphiql.js", import.meta.url).href);
  showGraphiql(root, start);
}
