import { medianOf } from "./summary.mjs";

const WIDTH = 520;

/**
 * The throughput as bars (single predictions) and lines (batches).
 *
 * @param {import("./summary.mjs").Measurements} measurements
 * @returns {Promise<string | undefined>} SVG; undefined where neither was measured
 */
export async function drawPlot({ single = [], batches = [] }) {
  const panels = [
    ...(single.length > 0 ? [singlePanel(single)] : []),
    ...(batches[0]?.series.length ? [batchPanel(batches)] : []),
  ];
  if (panels.length === 0) return undefined;
  const [{ parse, View }, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const { spec } = compile({
    background: "white",
    vconcat: panels,
    resolve: { scale: { color: "independent" } },
  });
  return new View(parse(spec), { renderer: "none" }).toSVG();
}

/** @param {readonly import("./bench.mjs").Series[]} single */
function singlePanel(single) {
  return {
    title: "Single predictions, 16 connections, one core",
    width: WIDTH,
    data: {
      values: single.map((series) => ({ server: series.label, rate: medianOf(series, "requestsPerSecond") })),
    },
    mark: "bar",
    encoding: {
      y: { field: "server", type: "nominal", sort: "-x", title: null, axis: { labelLimit: 300 } },
      x: { field: "rate", type: "quantitative", title: "requests per second" },
      color: {
        condition: { test: "indexof(datum.server, 'House Price') === 0", value: "#d95f02" },
        value: "#7f8c9b",
      },
    },
  };
}

/** @param {readonly import("./measure-batches.mjs").BatchSize[]} batches */
function batchPanel(batches) {
  const values = batches.flatMap(({ size, series }) =>
    series.map((each) => ({ server: each.label, size, rate: medianOf(each, "rowsPerSecond") })),
  );
  return {
    title: "Batches, one core",
    width: WIDTH,
    data: { values },
    mark: { type: "line", point: true },
    encoding: {
      x: {
        field: "size",
        type: "quantitative",
        scale: { type: "log" },
        title: "rows in one request",
        axis: { values: [1, 10, 100, 1_000, 10_000] },
      },
      y: { field: "rate", type: "quantitative", scale: { type: "log" }, title: "rows per second" },
      color: { field: "server", type: "nominal", title: null, legend: { labelLimit: 300 } },
    },
  };
}
