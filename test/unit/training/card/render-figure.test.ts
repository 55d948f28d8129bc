import { HEIGHT, renderFigure, WIDTH } from "../../../../training/card/render-figure";

const SPEC = {
  width: 300,
  height: 100,
  title: { text: "A title", subtitle: "below" },
  data: { values: [{ a: 1 }, { a: 1 / 3 }] },
  mark: "bar" as const,
  encoding: { x: { field: "a", type: "quantitative" as const }, y: { field: "a", type: "nominal" as const } },
};

describe("a chart as an image", () => {
  it("is as wide as a phone shows, with the default padding", () => {
    expect([WIDTH, HEIGHT]).toEqual([550, 300]);
  });

  it("is an SVG of its size and its padding, with an opaque ground, the same each time", async () => {
    const svg = await renderFigure(SPEC);

    expect(svg).toMatch(/^<svg [^>]*width="390" height="232"[^>]*><style>/);
    expect(svg.endsWith("</svg>\n")).toBe(true);
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain("A title");
    expect(svg).toContain('class="mark-group role-axis" aria-hidden="true"');
    expect(await renderFigure(SPEC)).toBe(svg);
  });

  it("has other colours in the dark", async () => {
    const svg = await renderFigure(SPEC);
    const [, style = ""] = /<style>(.*?)<\/style>/.exec(svg) ?? [];

    expect(style.startsWith("@media (prefers-color-scheme: dark) {")).toBe(true);
    expect(style).toContain('[fill="#ffffff"] {fill: #16191d}');
    expect(style).toContain('[stroke="#e4e4e4"] {stroke: #3d444d}');
    expect(style.endsWith("}}")).toBe(true);
  });

  it("has coordinates of two decimals at most", async () => {
    const svg = await renderFigure(SPEC);
    const coordinates = svg.match(/ (?:d|transform|x|y|x2|y2|width|height)="[^"]*"/g) ?? [];

    expect(coordinates.length).toBeGreaterThan(10);
    expect(coordinates.join()).not.toMatch(/\d\.\d{3}/);
    expect(coordinates.join()).toMatch(/\d\.\d/);
  });
});
