interface HeadParts {
  readonly contentType: string;
  readonly bytes: number;
  readonly requestId: string | undefined;
}

/** Writes the heads of successful answers from fixed text, since Node.js validates and formats every header of every response. */
export class FixedHead {
  private second = 0;
  private date = "";
  private readonly fixed: string;

  /**
   * @param headers - shared by all answers
   * @param keepAliveMs - keep-alive timeout
   */
  constructor(headers: Readonly<Record<string, string>>, keepAliveMs: number) {
    const all = { ...headers, connection: "keep-alive", "keep-alive": `timeout=${keepAliveMs / 1000}` };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.fixed = `HTTP/1.1 200 OK\r\n${lines.join("")}date: `;
  }

  /** The head of a 200 with keep-alive. */
  of({ contentType, bytes, requestId }: HeadParts): string {
    const id = requestId === undefined ? "" : `x-request-id: ${requestId}\r\n`;
    return `${this.fixed}${this.today()}\r\n${id}content-type: ${contentType}\r\ncontent-length: ${bytes}\r\n\r\n`;
  }

  private today(): string {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.second) {
      this.second = second;
      this.date = new Date(second * 1000).toUTCString();
    }
    return this.date;
  }
}
