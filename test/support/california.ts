import { readFileSync } from "node:fs";
import { Table } from "../../model/table/table";
import { parseTableSchema } from "../../model/table/table-schema";

const FILE = "data/california_housing.schema.json";

/** The schema of the data that ships with the project. */
export const CALIFORNIA_SCHEMA = parseTableSchema(readFileSync(FILE, "utf8"), FILE);

/** Its table, and the names of its features. */
export const CALIFORNIA = new Table(CALIFORNIA_SCHEMA);
export const CALIFORNIA_FEATURES = CALIFORNIA.features.map(({ name }) => name);
