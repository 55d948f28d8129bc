import type { IncomingHttpHeaders } from "node:http";
import { CsrfPrevention } from "../../../../src/graphql/csrf";

const csrf = new CsrfPrevention(["https://app.example"]);

/** What browsers send with a request of a page: for `fetch`, and for images, scripts, forms and links. */
const byFetch = (site: string, origin?: string) => ({
  "sec-fetch-site": site,
  "sec-fetch-mode": "cors",
  "sec-fetch-dest": "empty",
  ...(origin && { origin }),
});
const byElement = (site: string, mode = "no-cors", dest = "image") => ({
  "sec-fetch-site": site,
  "sec-fetch-mode": mode,
  "sec-fetch-dest": dest,
});

const SAFE: readonly [what: string, headers: IncomingHttpHeaders][] = [
  ["a page of an allowed origin", byFetch("cross-site", "https://app.example")],
  ["a page of an allowed origin, by a browser without Fetch Metadata", { origin: "https://app.example" }],
  ["the server's own page", byFetch("same-origin")],
  ["the visitor, who typed the address", byElement("none", "navigate", "document")],
  ["fetch of Node.js", { "sec-fetch-mode": "cors", "user-agent": "node" }],
  ["whoever sends a header that needs a preflight", { "apollo-require-preflight": "1" }],
  [
    "whoever sends JSON",
    { ...byFetch("cross-site", "https://evil.example"), "content-type": "application/json" },
  ],
];

const UNSAFE: readonly [what: string, headers: IncomingHttpHeaders][] = [
  ["a page of another origin, by fetch", byFetch("cross-site", "https://evil.example")],
  ["a page of a neighbour origin", byFetch("same-site", "https://other.app.example")],
  ["a page without an origin (a sandboxed frame)", byFetch("cross-site", "null")],
  ["a page by fetch without CORS", byElement("cross-site", "no-cors", "empty")],
  ["an image", byElement("cross-site")],
  ["a form or a link", byElement("cross-site", "navigate", "document")],
  ["a frame", byElement("cross-site", "navigate", "iframe")],
  ["an image on a neighbour origin", byElement("same-site")],
  ["a form of plain text", { ...byElement("cross-site", "navigate"), "content-type": "text/plain" }],
  ["a browser without Fetch Metadata", {}],
  ["such a browser for a page of another origin", { origin: "https://evil.example" }],
  ["an origin that merely begins like an allowed one", byFetch("cross-site", "https://app.example.evil")],
];

const DECIDED_BY = ["apollo-require-preflight", "content-type", "x-apollo-operation-name"];

describe("CSRF prevention", () => {
  it.each(SAFE)("when a request comes from %s, then it is safe, and Apollo is told so", (_, headers) => {
    expect(csrf.isSafe(headers)).toBe(true);
    expect(csrf.withDecision(headers)).toMatchObject({ "apollo-require-preflight": "true" });
  });

  it.each(UNSAFE)(
    "when it comes from %s, then it is not, and Apollo has nothing to let it through by",
    (_, headers) => {
      expect(csrf.isSafe(headers)).toBe(false);
      expect(Object.keys(csrf.withDecision(headers)).filter((name) => DECIDED_BY.includes(name))).toEqual([]);
    },
  );
});
