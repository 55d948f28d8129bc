import { readFileSync } from "node:fs";
import { Table } from "../../model/table/table";
import { parseTableSchema } from "../../model/table/table-schema";

const FILE = "data/california_housing.schema.json";

/** The table that ships with the project. */
export const CALIFORNIA = new Table(parseTableSchema(readFileSync(FILE, "utf8"), FILE));
