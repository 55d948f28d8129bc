import { Option } from "commander";

/** Where a command looks for models: where the server does, unless it is told otherwise. */
export function modelDirectoryOption(): Option {
  return new Option("--model-dir <directory>", "where the models are, as NAME/VERSION/model.json")
    .env("MODEL_DIR")
    .default("model/trained");
}
