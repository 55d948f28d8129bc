/** What every Node peer serves: our own compiled schema and models, so that only the server differs. */
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
// The schema's decorators record their types through it.
require("reflect-metadata");
const { buildSchema } = require("../../dist/schema/build-schema.js");
const { ModelCatalogue } = require("../../dist/model/registry/catalogue.js");
const { loadModels } = require("../../dist/model/registry/version-reader.js");

/** Room for 10,000 rows. */
export const BODY_LIMIT = 4 * 1024 * 1024;

export const port = Number(process.argv[2]);
const { models } = await loadModels(join(import.meta.dirname, "../../model/trained"));
const catalogue = new ModelCatalogue(models);

export const schema = buildSchema(catalogue.table);

/** The resolvers' context: one object a request, as our own server makes it. */
export const createContext = () => ({ catalogue });
