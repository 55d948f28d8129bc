// The packages are ES modules alone, which Node before 20.19 cannot require: the build bundles this file.
export {
  type ColumnMetaData,
  type Compressors,
  type DataReader,
  type FileMetaData,
  type PageHeader,
  parquetMetadataAsync,
  parquetScan,
  type SchemaElement,
  snappyUncompress,
} from "hyparquet";
// biome-ignore lint/style/noRestrictedImports: its src/ is the package's, and public.
export { parquetHeader } from "hyparquet/src/column.js";
export { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
