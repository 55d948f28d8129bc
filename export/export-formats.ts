import type { ExportFormat } from "./export-format";
import { onnx } from "./onnx/onnx-format";
import { sql } from "./sql/sql-format";

/** The forms in which models leave. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [onnx, sql];
