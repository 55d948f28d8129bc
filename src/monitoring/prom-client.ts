/** What is used of prom-client; in a file of its own, which is loaded when it is needed. */
export { AggregatorRegistry, collectDefaultMetrics, Registry } from "prom-client";
