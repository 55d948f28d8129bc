import { HousePriceError } from "../../model/errors";
import type { ExportFormat } from "../export-format";
import { programOf } from "../program";
import { DIALECTS } from "./dialects";
import { writeStatement } from "./statement";

/** One statement over a table with the columns of the CSV file. */
export const sql: ExportFormat = {
  name: "sql",
  async write(model, { coverage, dialect: name, table: from, columns, contributions }) {
    const dialect = DIALECTS.find((each) => each.name === name);
    if (!dialect) {
      const names = DIALECTS.map((each) => each.name).join(", ");
      throw new HousePriceError("OPTION_INVALID", `--format sql needs --dialect, one of ${names}.`);
    }
    const statement = writeStatement(programOf(model, coverage), model.table, {
      dialect,
      from,
      columns,
      contributions,
    });
    return { content: `-- ${model.id}, SHA-256 ${model.sha256}\n${statement}` };
  },
};
