import { Socket } from "node:net";

/** A socket that keeps what is written to it. */
export class Wire extends Socket {
  /** Each piece that was written, with its encoding. */
  readonly pieces: { readonly text: string; readonly encoding: string }[] = [];
  /** Whether the operating system accepts what is written. */
  accepts = true;

  get text(): string {
    return this.pieces.map(({ text }) => text).join("");
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: () => void): void {
    this.keep(chunk, encoding);
    if (this.accepts) done();
  }

  override _writev(chunks: { chunk: Buffer | string; encoding: BufferEncoding }[], done: () => void): void {
    for (const { chunk, encoding } of chunks) this.keep(chunk, encoding);
    if (this.accepts) done();
  }

  private keep(chunk: Buffer | string, encoding: BufferEncoding): void {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, encoding) : chunk;
    this.pieces.push({ text: bytes.toString(), encoding });
  }
}
