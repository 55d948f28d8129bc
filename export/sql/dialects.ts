import type { Dialect } from "./dialect";
import { ansi } from "./dialects/ansi";
import { clickhouse } from "./dialects/clickhouse";
import { duckdb } from "./dialects/duckdb";
import { postgresql } from "./dialects/postgresql";

/** The engines that statements are written for. */
export const DIALECTS: readonly Dialect[] = [postgresql, duckdb, clickhouse, ansi];
