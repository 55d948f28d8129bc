// The packages are ES modules alone, which Node before 20.19 cannot require: the build bundles this file.
export { type FileMetaData, parquetMetadataAsync, parquetScan, type SchemaElement } from "hyparquet";
export { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
