import type { RawConnection } from "./raw-connection";
import { eventually } from "./waiting";

/** A POST of a query, with its body whole, or in chunks of a few bytes. */
export function postOf(query: string, { chunked = false, headers = "" } = {}): string {
  const body = JSON.stringify({ query });
  const framing = chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${Buffer.byteLength(body)}`;
  const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${headers}${framing}\r\n\r\n`;
  return head + (chunked ? inChunks(body) : body);
}

export function getOf(path: string, headers = ""): string {
  return `GET ${path} HTTP/1.1\r\nHost: x\r\n${headers}\r\n`;
}

function inChunks(body: string): string {
  const parts = body.match(/.{1,7}/gs) ?? [];
  return `${parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join("")}0\r\n\r\n`;
}

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** The answers in what a connection has received, as long as they are whole. Each must tell the length of its body. */
export function answersIn(received: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = received; ; ) {
    const end = rest.indexOf("\r\n\r\n");
    if (end === -1) return answers;
    const head = rest.slice(0, end);
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
    const body = rest.slice(end + 4, end + 4 + length);
    if (body.length < length) return answers;
    answers.push({ status, head, body });
    rest = rest.slice(end + 4 + length);
  }
}

/** A query whose answer says which one it was. */
export const numbered = (index: number) => `{ a${index}: __typename }`;

/** A query that takes a while, and that Apollo answers asynchronously. */
export const slow = (index: number) =>
  `{ a${index}: predictHousePrices(inputs: [${"{medInc: 3, aveRooms: 5, aveOccup: 2}".repeat(20)}]) { __typename } }`;

/** The number in each answer, in the order in which they came. */
export const numbersIn = (received: string) =>
  answersIn(received).map(({ body }) => Number(/"a(\d+)":/.exec(body)?.[1] ?? Number.NaN));

export const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Waits for so many whole answers, or for the end of the connection. */
export async function answers(connection: RawConnection, count: number) {
  await eventually(() => answersIn(connection.received).length >= count || connection.closed || undefined);
  return answersIn(connection.received);
}
