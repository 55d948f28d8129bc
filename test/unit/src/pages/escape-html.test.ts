import { escapeHtml } from "../../../../src/pages/escape-html";

it.each([
  ["", ""],
  ["plain – text", "plain – text"],
  ["<a href=\"x\" title='y'>&amp;</a>", "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;"],
])("%s is written as %s", (plain, html) => {
  expect(escapeHtml(plain)).toBe(html);
});
