import * as v from "valibot";
import type { MetricFamily } from "./metric";

const sample = v.object({
  labels: v.record(v.string(), v.union([v.string(), v.number()])),
  value: v.pipe(
    // JSON, by which processes talk, has no NaN: a gauge that was never set comes as null.
    v.nullable(v.union([v.number(), v.nan()])),
    v.transform((value) => value ?? Number.NaN),
  ),
  metricName: v.optional(v.string()),
});

/** Metrics from prom-client, or from another process. */
export const metricFamilies = v.array(
  v.object({
    name: v.string(),
    help: v.string(),
    type: v.picklist(["counter", "gauge", "histogram", "summary"]),
    aggregator: v.picklist(["sum", "max", "min", "first", "average", "omit"]),
    values: v.pipe(v.array(sample), v.readonly()),
  }),
);

// Loaded on first use: loading prom-client is a good part of a cold start.
const loadPromClient = () => import("./prom-client");

/**
 * prom-client's own metrics of this process: processor time, memory, descriptors, garbage collection, event-loop lag.
 *
 * @returns a function that reads them; they are measured from its first call on
 */
export function processMetrics(): () => Promise<MetricFamily[]> {
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
    return measuredLag(v.parse(metricFamilies, await read())).map(ofAllWorkers);
  };
}

const LAG = "nodejs_eventloop_lag";

/**
 * Leaves out the event-loop lag when there is no sample of it: at the first read, and when two come within milliseconds.
 * prom-client then shows what an empty histogram holds, a minimum of 2⁶³ nanoseconds and a maximum of 0.
 */
function measuredLag(metrics: MetricFamily[]): MetricFamily[] {
  const valueAt = (name: string) => metrics.find((metric) => metric.name === name)?.values[0]?.value ?? 0;
  if (valueAt(`${LAG}_min_seconds`) <= valueAt(`${LAG}_max_seconds`)) return metrics;
  return metrics.map((metric) => (metric.name.startsWith(LAG) ? { ...metric, values: [] } : metric));
}

/** Overrides the aggregator of prom-client where it would hide what matters. */
function ofAllWorkers(metric: MetricFamily): MetricFamily {
  // An average hides the slowest event loop, which is the one that delays requests.
  if (metric.name.startsWith(LAG)) return { ...metric, aggregator: "max" };
  return metric.aggregator === "omit" ? { ...metric, aggregator: "min" } : metric;
}

/** Aggregates the metrics of several processes, by the aggregator of each metric. */
export async function aggregateMetrics(parts: readonly (readonly MetricFamily[])[]): Promise<MetricFamily[]> {
  const { AggregatorRegistry } = await loadPromClient();
  return v.parse(metricFamilies, await AggregatorRegistry.aggregate(parts.map(known)).getMetricsAsJSON());
}

/** Formats the metrics of several processes as one page in the Prometheus text format. */
export async function exposeMetrics(parts: readonly (readonly MetricFamily[])[]): Promise<string> {
  const { AggregatorRegistry } = await loadPromClient();
  return AggregatorRegistry.aggregate(parts.map(known)).metrics();
}

/** Without what was never measured. */
function known(metrics: readonly MetricFamily[]): MetricFamily[] {
  return metrics.map((metric) => ({
    ...metric,
    values: metric.values.filter(({ value }) => !Number.isNaN(value)),
  }));
}
