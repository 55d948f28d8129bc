import { type PageLinks, renderPage } from "../../../../src/models/card-page";

const render = (markdown: string, links: Partial<PageLinks> = {}) =>
  renderPage(markdown, { assets: "..", ...links });

/** What is between the main element's tags. */
const mainOf = (page: string) => page.slice(page.indexOf("<main>\n") + 7, page.indexOf("</main>"));

describe("the page of a card", () => {
  it("has the card's title, and the style of its assets", () => {
    const page = render("text\n\n# A & B\n\n# C");
    expect(page).toContain("<title>A &amp; B</title>");
    expect(page).toContain(
      '<link rel="stylesheet" href="../style.css">\n<link rel="icon" href="../icon.svg">',
    );
    expect(render("## Not a title")).toContain("<title>Models</title>");
  });

  it("has links to other pages, or none", () => {
    const navigation = [
      ["models", "Models"],
      ["docs", "API"],
    ] as const;
    expect(render("# A", { navigation })).toContain(
      '<body>\n<nav><a href="models">Models</a> · <a href="docs">API</a></nav>\n<main>\n',
    );
    expect(render("# A")).toContain("<body>\n<main>\n");
  });

  it("shows HTML as text, and makes no links of addresses or scripts", () => {
    const main = mainOf(render("<b>x</b> https://a.example [x](javascript:alert(1)) [y](https://b.example)"));
    expect(main).toBe(
      '<p>&lt;b&gt;x&lt;/b&gt; https://a.example [x](javascript:alert(1)) <a href="https://b.example">y</a></p>\n',
    );
  });
});

describe("a table of a card", () => {
  it("scrolls by itself, and has classes in place of styles", () => {
    expect(mainOf(render("| a | b | c |\n| --- | ---: | :---: |\n| 1 | 2 | 3 |"))).toBe(
      `<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>a</th>
<th class="number">b</th>
<th style="text-align:center">c</th>
</tr>
</thead>
<tbody>
<tr>
<td>1</td>
<td class="number">2</td>
<td style="text-align:center">3</td>
</tr>
</tbody>
</table></div>
`,
    );
  });
});

describe("a picture of a card", () => {
  it("is a link to itself, below the prefix of pictures", () => {
    expect(mainOf(render('![a "map"](map.svg)', { pictures: "spatial/2/" }))).toBe(
      '<p><a href="spatial/2/map.svg"><img src="spatial/2/map.svg" alt="a &quot;map&quot;"></a></p>\n',
    );
    expect(mainOf(render("![](x.svg?a&b)"))).toBe(
      '<p><a href="x.svg?a&amp;b"><img src="x.svg?a&amp;b" alt=""></a></p>\n',
    );
  });
});
