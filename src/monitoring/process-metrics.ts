import { exposeFigures, processFigures } from "./exposition";
import type { Metrics } from "./metrics";
import type { MetricsPage } from "./metrics-route";
import type { MetricFigures } from "./tally";

/** What counts, and who gives the page of all that was counted: of this process, or of all workers. */
export interface Monitoring {
  readonly metrics: Metrics;
  readonly metricsPage: MetricsPage;
}

/** All figures of this process: what it counts itself, and prom-client's. */
export function allFigures(metrics: Metrics): () => Promise<MetricFigures[]> {
  const readProcess = processFigures();
  return async () => [...metrics.figures(), ...(await readProcess())];
}

/** Monitoring in single-process mode. */
export function monitorProcess(metrics: Metrics): Monitoring {
  const figures = allFigures(metrics);
  return { metrics, metricsPage: async () => exposeFigures([await figures()]) };
}
