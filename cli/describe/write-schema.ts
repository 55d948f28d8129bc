import { access, rm, writeFile } from "node:fs/promises";
import { HousePriceError } from "../../model/errors";
import { systemErrorCode } from "../../model/file/system-error";
import type { TableSchema } from "../../model/table/schema-format";

/**
 * Refuses early to overwrite a schema, which may contain corrections.
 *
 * @throws HousePriceError SCHEMA_EXISTS
 */
export async function refuseExisting(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw existing(path);
}

/**
 * Writes a table schema into a new file.
 *
 * @throws HousePriceError SCHEMA_EXISTS, or OUTPUT_UNWRITABLE
 */
export async function writeSchema(path: string, schema: TableSchema): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(schema, null, 2)}\n`, { flag: "wx" });
  } catch (cause) {
    const reason = systemErrorCode(cause);
    if (reason === "EEXIST") throw existing(path);
    // If the disk is full, do not leave half a schema.
    if (reason === "ENOSPC" || reason === "EDQUOT" || reason === "EIO") await rm(path, { force: true });
    throw new HousePriceError(
      "OUTPUT_UNWRITABLE",
      `Cannot write ${path} (${reason}): choose another file with --out.`,
      {
        cause,
      },
    );
  }
}

function existing(path: string): HousePriceError {
  return new HousePriceError(
    "SCHEMA_EXISTS",
    `${path} already exists: edit it to change a decision, remove it to infer it again, or choose another file with --out FILE.`,
  );
}
