import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { entityTagOf } from "../http/entity-tag";

/** Where the built page is: beside the bundled server, or in dist/ when the sources run. */
const FOLDERS = [join(__dirname, "page"), join(__dirname, "../../dist/server/page")];

/** A file of the page as it is sent. */
export interface PageFile {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** Reads each file of the page when it is first asked for, and keeps it: a start reads none. */
export class PageFiles {
  private readonly files = new Map<string, Promise<PageFile>>();

  /** @param edit - makes of a file what is sent */
  constructor(private readonly edit: (name: string, bytes: Buffer) => Buffer = (_, bytes) => bytes) {}

  get(name: string): Promise<PageFile> {
    let file = this.files.get(name);
    if (!file) {
      file = this.read(name);
      this.files.set(name, file);
      // A file that could not be read is tried again.
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
