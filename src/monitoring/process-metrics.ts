import { exposeMetrics, processMetrics } from "./exposition";
import type { MetricFamily } from "./metric";
import type { Metrics } from "./metrics";
import type { MetricsPage } from "./metrics-route";

/** Counts events, and exposes the metrics of this process or of all workers. */
export interface Monitoring {
  readonly metrics: Metrics;
  readonly metricsPage: MetricsPage;
}

/** Collects the metrics of this process: its own, and those of prom-client. */
export function collectMetrics(metrics: Metrics): () => Promise<MetricFamily[]> {
  const readProcess = processMetrics();
  return async () => [...metrics.collect(), ...(await readProcess())];
}

/** Monitoring in single-process mode. */
export function monitorProcess(metrics: Metrics): Monitoring {
  const collect = collectMetrics(metrics);
  return { metrics, metricsPage: async () => exposeMetrics([await collect()]) };
}
