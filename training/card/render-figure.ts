import type { Config, TopLevelSpec } from "vega-lite";

const INK = "#333333";
const GRID = "#e4e4e4";
const PAPER = "#ffffff";

/** Colours replaced in dark mode; data colours stay. */
const IN_THE_DARK: Readonly<Record<string, string>> = {
  [INK]: "#e6e6e6",
  [GRID]: "#3d444d",
  [PAPER]: "#16191d",
  "#555555": "#a0a8b0",
  "#cccccc": "#4a5058",
};

/** CSS rules override SVG attributes, so one image serves both modes. */
const DARK_STYLE = `<style>@media (prefers-color-scheme: dark) {${Object.entries(IN_THE_DARK)
  .flatMap(([light, dark]) => [`[fill="${light}"] {fill: ${dark}}`, `[stroke="${light}"] {stroke: ${dark}}`])
  .join(" ")}}</style>`;

/** Padding of a plot for title, axes and labels, in CSS pixels. */
export const PADDING = { left: 66, top: 74, right: 24, bottom: 58 };

/** Plot width with the default {@link PADDING}: images are 640 pixels wide, legible on a phone. */
export const WIDTH = 640 - PADDING.left - PADDING.right;

/** Plot height, except for maps. */
export const HEIGHT = 300;

/** An opaque background, since a page may be dark. No ARIA: screen readers read the alternative text of an image, not its content. */
const THEME: Config = {
  aria: false,
  background: PAPER,
  font: "Helvetica, Arial, sans-serif",
  view: { stroke: null },
  title: {
    anchor: "start",
    frame: "group",
    color: INK,
    fontSize: 17,
    offset: 16,
    subtitleColor: INK,
    subtitleFontSize: 13,
    subtitlePadding: 5,
  },
  axis: {
    domainColor: INK,
    gridColor: GRID,
    labelColor: INK,
    labelFlush: false,
    labelFontSize: 13,
    tickColor: INK,
    titleColor: INK,
    titleFontSize: 14,
    titleFontWeight: "normal",
    titlePadding: 8,
  },
  // Fixed, since label widths are only estimated without a screen.
  axisY: { titleX: -46 },
  legend: {
    labelColor: INK,
    labelFontSize: 13,
    titleColor: INK,
    titleFontSize: 13,
    titleFontWeight: "normal",
    titleLimit: 300,
    titlePadding: 6,
  },
};

/** Coordinates are rounded to 0.01 pixels. */
const COORDINATES = / (?:d|transform|x|y|x2|y2|width|height)="[^"]*"/g;
const LONG_FRACTION = /\d+\.\d{3,}/g;

/**
 * Renders a figure as SVG, without a browser or a canvas. The same specification gives the same bytes. The packages are large, so they
 * are loaded on first use.
 */
export async function renderFigure(spec: TopLevelSpec): Promise<string> {
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  const compiled = vegaLite.compile({
    autosize: "none",
    padding: PADDING,
    ...spec,
    config: THEME,
  });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: "none" });
  try {
    return `${withDarkStyle(shorten(await view.toSVG()))}\n`;
  } finally {
    view.finalize();
  }
}

function withDarkStyle(svg: string): string {
  return svg.replace(/^<svg[^>]*>/, (tag) => `${tag}${DARK_STYLE}`);
}

function shorten(svg: string): string {
  return svg.replace(COORDINATES, (attribute) =>
    attribute.replace(LONG_FRACTION, (number) => String(Number(Number(number).toFixed(2)))),
  );
}
