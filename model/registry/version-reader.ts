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

/** A refusal, with the state of the file that was refused: empty where the file may still be changing, or is not known. */
export interface SignedRefusal extends Refusal {
  readonly signature: string;
}

/** What is under a model directory: the models that are proven, and what was refused. */
export interface ReadVersions {
  readonly models: readonly Model[];
  readonly refusals: readonly SignedRefusal[];
}

/** What is known of one version since its file was last read. */
interface KnownVersion {
  readonly folder: VersionFolder;
  readonly signature: string;
  /** Proven; where the file is refused, what the same file held before. */
  readonly model: Model | undefined;
  readonly refusal: SignedRefusal | undefined;
  /** Whether the file is worth another reading although its signature is the same. */
  readonly readAgain: boolean;
}

const ABSENT = "absent";
const UNKNOWN = "unknown";

/**
 * Reads the versions of a directory again and again, and of those only the files that changed. All are of one table: that
 * of the model that was trained last, of those that are there when the first is.
 */
export class VersionReader {
  private known: readonly KnownVersion[] = [];
  private commonTable: Table | undefined;

  constructor(private readonly directory: string) {}

  /** The table that all models are of; undefined as long as none was read. */
  get table(): Table | undefined {
    return this.commonTable;
  }

  /**
   * Not to be called again before it has ended.
   */
  async read(): Promise<ReadVersions> {
    const { folders, unlisted } = await listVersions(this.directory);
    const known = new Map(this.known.map((version) => [version.folder.path, version]));
    let versions: KnownVersion[] = [];
    for (const folder of folders) {
      versions.push(await readVersion(folder, known.get(folder.path), this.commonTable));
    }
    // What is in a folder that cannot be listed stays as it was.
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

/** Reads every version under `directory` once; one that is broken is refused alone. */
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
    // Take the signature first, so that a change during the read is noticed the next time.
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
    // What hinders reading (a limit, a network) may pass without a trace in the file.
    const readAgain = !settled || error.code === "MODEL_UNREADABLE";
    const model = known?.model;
    const refusal = { path, error, kept: model, signature: settled ? signature : "" };
    return { folder, signature, model, refusal, readAgain };
  }
}

/** A version that was just read, refused where it is of another table. */
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

/** A version without its file: it is just being removed, or else something is wrong with its folder. */
function absent(folder: VersionFolder, path: string, known: KnownVersion | undefined): KnownVersion {
  if (known && known.signature === ABSENT) return known;
  const error = new HousePriceError("MODEL_UNREADABLE", `${path} does not exist (yet).`);
  const refusal = known?.model ? undefined : { path, error, signature: ABSENT };
  return { folder, signature: ABSENT, model: undefined, refusal, readAgain: false };
}
