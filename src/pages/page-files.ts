import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { entityTagOf } from "../http/entity-tag";

/** Location of the built page: beside the bundled server, or in dist/ when running from source. */
const FOLDERS = [join(__dirname, "page"), join(__dirname, "../../dist/server/page")];

export interface PageFile {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** Reads each file on first use, and caches it. */
export class PageFiles {
  private readonly files = new Map<string, Promise<PageFile>>();

  /** @param edit - transforms a file before it is sent */
  constructor(private readonly edit: (name: string, bytes: Buffer) => Buffer = (_, bytes) => bytes) {}

  get(name: string): Promise<PageFile> {
    let file = this.files.get(name);
    if (!file) {
      file = this.read(name);
      this.files.set(name, file);
      // Retry a file that could not be read.
      file.catch(() => this.files.delete(name));
    }
    return file;
  }

  private async read(name: string): Promise<PageFile> {
    const [beside, built] = FOLDERS.map((folder) => join(folder, name));
    const bytes = this.edit(name, await readFile(beside).catch(() => readFile(built)));
    return { bytes, etag: entityTagOf(bytes) };
  }
}
