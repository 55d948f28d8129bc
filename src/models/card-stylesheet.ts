/** Style of the card pages: nothing is loaded from elsewhere; light or dark follows the system. */
export const CARD_STYLESHEET = `:root {
  color-scheme: light dark;
  --ink: #1f2328;
  --paper: #ffffff;
  --faint: #f3f4f6;
  --line: #d0d7de;
  --link: #0a58ca;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e6e6;
    --paper: #16191d;
    --faint: #23272d;
    --line: #3d444d;
    --link: #79b8ff;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto;
  max-width: 50rem;
  padding: 1rem 1.25rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.25; margin: 2rem 0 0.75rem; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-top: 1rem; }
h2 { font-size: 1.4rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); margin-top: 2.75rem; }
h3 { font-size: 1.1rem; }
a { color: var(--link); }
img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
code { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
:not(pre) > code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--faint); }
pre { margin: 1rem 0; padding: 0.9rem 1rem; border-radius: 6px; background: var(--faint); overflow-x: auto; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: 0.925rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.75rem; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: normal; }
th { background: var(--faint); }
td:last-child code { overflow-wrap: anywhere; }
th.number, td.number { text-align: right; white-space: nowrap; }
thead:not(:has(th:not(:empty))) { display: none; }
nav { font-size: 0.925rem; }
`;

export const CARD_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#2f6db3" d="M8 1 1 7.5h2V15h4v-4h2v4h4V7.5h2z"/></svg>
`;
