/** The parts of the head that change. */
interface HeadParts {
  readonly contentType: string;
  readonly bytes: number;
  readonly requestId: string | undefined;
}

/**
 * Writes the heads of successful answers as text, whose lines are the same for each but for three. Node.js checks and writes each
 * header of each response.
 */
export class FixedHead {
  private second = 0;
  private date = "";
  private readonly fixed: string;

  /**
   * @param headers - those that are the same for each answer
   * @param keepAliveMs - how long an idle connection stays open
   */
  constructor(headers: Readonly<Record<string, string>>, keepAliveMs: number) {
    const all = { ...headers, connection: "keep-alive", "keep-alive": `timeout=${keepAliveMs / 1000}` };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.fixed = `HTTP/1.1 200 OK\r\n${lines.join("")}date: `;
  }

  /** The head of a 200 after which the connection stays open. */
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
