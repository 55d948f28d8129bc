import type { Model } from "../../model/model";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import type { TableColumn } from "../../model/table/table-column";
import { VERSION } from "../version";
import { DATATYPE_OF } from "./datatypes";
import { OUTPUTS } from "./infer-request";

/** Platform names have the form `<project>_<format>`. */
const PLATFORM = "house-price-graphql_json";

/** A dimension of any size. */
const ANY_SIZE = -1;

/** What the protocol tells of the server. It has no extensions. */
export const SERVER_METADATA = { name: "house-price-graphql", version: VERSION, extensions: [] } as const;

/** What the protocol tells of a model: its versions, and the tensors that it reads and writes. */
export function modelMetadata({ file, table }: Model, { models }: ModelCatalogue) {
  const { name } = file;
  const used = new Set(file.features.map((feature) => feature.name));
  return {
    name,
    versions: models.filter((each) => each.file.name === name).map((each) => String(each.file.version)),
    platform: PLATFORM,
    inputs: table.features.filter((column) => column.required || used.has(column.name)).map(inputTensor),
    outputs: OUTPUTS.map((output) => ({ name: output, datatype: "FP64", shape: [ANY_SIZE] })),
  };
}

function inputTensor({ name, kind }: TableColumn) {
  return { name, datatype: DATATYPE_OF[kind], shape: [ANY_SIZE] };
}
