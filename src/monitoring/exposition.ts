import * as v from "valibot";
import type { MetricFigures } from "./tally";

const figure = v.object({
  labels: v.record(v.string(), v.union([v.string(), v.number()])),
  value: v.pipe(
    // JSON, by which processes talk, has no NaN: a gauge that was never set comes as null.
    v.nullable(v.union([v.number(), v.nan()])),
    v.transform((value) => value ?? Number.NaN),
  ),
  metricName: v.optional(v.string()),
});

/** Metrics from prom-client, or from another process. */
export const figuresSchema = v.array(
  v.object({
    name: v.string(),
    help: v.string(),
    type: v.picklist(["counter", "gauge", "histogram", "summary"]),
    aggregator: v.picklist(["sum", "max", "min", "first", "average", "omit"]),
    values: v.pipe(v.array(figure), v.readonly()),
  }),
);

// prom-client is loaded when somebody first asks for figures: loading it is a good part of a cold start.
const loadPromClient = () => import("./prom-client");

/**
 * prom-client's own figures of this process: processor time, memory, descriptors, garbage collection, event-loop lag.
 *
 * @returns a function that reads them; they are measured from its first call on
 */
export function processFigures(): () => Promise<MetricFigures[]> {
  let measuring: Promise<() => Promise<unknown>> | undefined;
  const measure = async () => {
    const { collectDefaultMetrics, Registry } = await loadPromClient();
    const register = new Registry();
    collectDefaultMetrics({ register });
    return () => register.getMetricsAsJSON();
  };
  return async () => {
    measuring ??= measure();
    const read = await measuring;
    return measuredLag(v.parse(figuresSchema, await read())).map(ofAllWorkers);
  };
}

const LAG = "nodejs_eventloop_lag";

/**
 * Leaves out the event-loop lag when there is no sample of it: at the first read, and when two come within milliseconds.
 * prom-client then shows what an empty histogram holds, a minimum of 2⁶³ nanoseconds and a maximum of 0.
 */
function measuredLag(metrics: MetricFigures[]): MetricFigures[] {
  const valueAt = (name: string) => metrics.find((metric) => metric.name === name)?.values[0]?.value ?? 0;
  if (valueAt(`${LAG}_min_seconds`) <= valueAt(`${LAG}_max_seconds`)) return metrics;
  return metrics.map((metric) => (metric.name.startsWith(LAG) ? { ...metric, values: [] } : metric));
}

/** Says how the figures of several workers become one, where prom-client's choice would hide what matters. */
function ofAllWorkers(metric: MetricFigures): MetricFigures {
  // The slowest event loop is the one that somebody waits for; an average of two hides it.
  if (metric.name.startsWith(LAG)) return { ...metric, aggregator: "max" };
  return metric.aggregator === "omit" ? { ...metric, aggregator: "min" } : metric;
}

/** Joins the figures of several processes into one set, by each metric's aggregator. */
export async function joinFigures(parts: readonly (readonly MetricFigures[])[]): Promise<MetricFigures[]> {
  const { AggregatorRegistry } = await loadPromClient();
  return v.parse(figuresSchema, await AggregatorRegistry.aggregate(parts.map(known)).getMetricsAsJSON());
}

/** The figures of several processes as one page in Prometheus' text format. */
export async function exposeFigures(parts: readonly (readonly MetricFigures[])[]): Promise<string> {
  const { AggregatorRegistry } = await loadPromClient();
  return AggregatorRegistry.aggregate(parts.map(known)).metrics();
}

/** Without what was never measured. */
function known(metrics: readonly MetricFigures[]): MetricFigures[] {
  return metrics.map((metric) => ({
    ...metric,
    values: metric.values.filter(({ value }) => !Number.isNaN(value)),
  }));
}
