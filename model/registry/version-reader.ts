import { join, sep } from "node:path";
import { HousePriceError } from "../errors";
import { refusedAs } from "../file/file-refused";
import { readSignature } from "../file/file-signature";
import type { Model } from "../model";
import { findTableDifference } from "../table/same-table";
import type { Table } from "../table/table";
import { listVersions, loadVersion, MODEL_FILE, type VersionFolder } from "./model-directory";
import { newestOf } from "./ranking";
import type { Refusal } from "./registry-observer";

/** A refusal with the signature of the refused file; empty if the file may still change, or is unknown. */
export interface SignedRefusal extends Refusal {
  readonly signature: string;
}

export interface ReadVersions {
  readonly models: readonly Model[];
  readonly refusals: readonly SignedRefusal[];
}

interface KnownVersion {
  readonly folder: VersionFolder;
  readonly signature: string;
  /** If the file is refused, its last good content. */
  readonly model: Model | undefined;
  readonly refusal: SignedRefusal | undefined;
  /** Whether to read the file again even if its signature is unchanged. */
  readonly readAgain: boolean;
}

const ABSENT = "absent";
const UNKNOWN = "unknown";

/**
 * Reads the versions of a directory repeatedly, but only files that changed. All models must share one table: that of the model trained
 * last at the first read.
 */
export class VersionReader {
  private known: readonly KnownVersion[] = [];
  private commonTable: Table | undefined;

  constructor(private readonly directory: string) {}

  /** Undefined until a model is read. */
  get table(): Table | undefined {
    return this.commonTable;
  }

  /** Must not be called while it runs. */
  async read(): Promise<ReadVersions> {
    const { folders, unlisted } = await listVersions(this.directory);
    const known = new Map(this.known.map((version) => [version.folder.path, version]));
    let versions: KnownVersion[] = [];
    for (const folder of folders) {
      versions.push(await readVersion(folder, known.get(folder.path), this.commonTable));
    }
    // Folders that cannot be listed keep their state.
    for (const { path } of unlisted) {
      versions.push(...this.known.filter(({ folder }) => folder.path.startsWith(join(path, sep))));
    }
    if (!this.commonTable) {
      const table = newestOf(versions.flatMap(({ model }) => model ?? []))?.table;
      if (table) versions = versions.map((version) => withinTable(version, table));
      this.commonTable = table;
    }
    this.known = versions;
    return {
      models: versions.flatMap(({ model }) => model ?? []),
      refusals: [
        ...unlisted.map((refusal) => ({ ...refusal, signature: "" })),
        ...versions.flatMap(({ refusal }) => refusal ?? []),
      ],
    };
  }
}

/** Reads every version once; a broken version does not affect others. */
export function loadModels(directory: string): Promise<ReadVersions> {
  return new VersionReader(directory).read();
}

async function readVersion(
  folder: VersionFolder,
  known: KnownVersion | undefined,
  table: Table | undefined,
): Promise<KnownVersion> {
  const path = join(folder.path, MODEL_FILE);
  let signature = UNKNOWN;
  let settled = false;
  try {
    // Signature first, so that a change during the read is noticed next time.
    const found = await readSignature(path).catch(refusedAs("MODEL_UNREADABLE"));
    if (!found) return absent(folder, path, known);
    signature = found.text;
    settled = found.settled;
    if (known?.signature === signature && !known.readAgain) return known;
    const model = await loadVersion(folder);
    const foreign = table && findForeign(model, path, table);
    if (foreign) throw foreign;
    const same = known?.model?.sha256 === model.sha256;
    return { folder, signature, model: same ? known.model : model, refusal: undefined, readAgain: false };
  } catch (error) {
    if (!(error instanceof HousePriceError)) throw error;
    // Causes such as limits or the network may disappear without changing the file.
    const readAgain = !settled || error.code === "MODEL_UNREADABLE";
    const model = known?.model;
    const refusal = { path, error, kept: model, signature: settled ? signature : "" };
    return { folder, signature, model, refusal, readAgain };
  }
}

function withinTable(version: KnownVersion, table: Table): KnownVersion {
  const path = join(version.folder.path, MODEL_FILE);
  const error = version.model && findForeign(version.model, path, table);
  if (!error) return version;
  return { ...version, model: undefined, refusal: { path, error, signature: version.signature } };
}

function findForeign(model: Model, path: string, table: Table): HousePriceError | undefined {
  const difference = findTableDifference(table, model.table);
  if (difference === undefined) return undefined;
  return new HousePriceError(
    "MODEL_OF_ANOTHER_TABLE",
    `${path} belongs to another table than the served models: in ${model.id}, ${difference}. Put it in its own model directory, or remove the others and restart.`,
  );
}

/** A version without a file: either being removed, or its folder is broken. */
function absent(folder: VersionFolder, path: string, known: KnownVersion | undefined): KnownVersion {
  if (known && known.signature === ABSENT) return known;
  const error = new HousePriceError("MODEL_UNREADABLE", `${path} does not exist (yet).`);
  const refusal = known?.model ? undefined : { path, error, signature: ABSENT };
  return { folder, signature: ABSENT, model: undefined, refusal, readAgain: false };
}
