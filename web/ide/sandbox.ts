import type { Start } from "./start";

declare global {
  interface Window {
    readonly EmbeddedSandbox?: new (options: object) => unknown;
  }
}

const SCRIPT = "https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js";

/** Without an answer for so long, it is as if there were no internet. */
const TIMEOUT_MS = 3000;

/** Whether Apollo's script has come. */
export function loadSandbox(): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.onload = () => resolve(window.EmbeddedSandbox !== undefined);
    script.onerror = () => resolve(false);
    document.head.append(script);
    setTimeout(resolve, TIMEOUT_MS, false);
  });
}

/** Shows Apollo Sandbox, which sends its queries to the address of this page. */
export function showSandbox(root: Element, { query, variables }: Start): void {
  if (!window.EmbeddedSandbox) return;
  root.replaceChildren();
  new window.EmbeddedSandbox({
    target: `#${root.id}`,
    initialEndpoint: location.origin + location.pathname,
    endpointIsEditable: false,
    initialState: { document: query, ...(variables && { variables: JSON.parse(variables) }) },
    runTelemetry: false,
    // The page's policy allows no style that a script writes.
    allowDynamicStyles: false,
  });
}
