import { reportColumns } from "../training/describe/column-report";
import { describeTable } from "../training/describe/describe-table";
import { runCommand } from "./command-line";
import { formatDescription } from "./describe/description-text";
import { describeCommand } from "./describe/options";
import { refuseExisting, writeSchema } from "./describe/write-schema";

const command = describeCommand(async ({ file, options, out, json }) => {
  await refuseExisting(out);
  const description = await describeTable(file, options);
  const { rows, schema, warnings } = description;
  await writeSchema(out, schema);
  if (json) {
    const columns = reportColumns(description);
    console.log(JSON.stringify({ file, rows, columns, warnings, schema, written: out }, null, 2));
  } else {
    console.log(formatDescription(description));
    console.log(`Wrote ${out}: edit it to change a name, a unit or a decision.`);
  }
});

runCommand(command.parseAsync());
