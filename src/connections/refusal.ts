import { STATUS_CODES } from "node:http";
import type { ErrorCode } from "../../model/errors";
import { errorBody } from "../http/error-body";

export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message?: string;
  readonly headers?: string;
  readonly abandoned?: boolean;
}

const REFUSALS: { readonly [nodeCode: string]: Refusal } = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: "REQUEST_TIMEOUT" },
  HPE_HEADER_OVERFLOW: { status: 431, code: "HEADERS_TOO_LARGE" },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: "PAYLOAD_TOO_LARGE" },
  HPE_INVALID_EOF_STATE: { status: 400, code: "BAD_REQUEST", abandoned: true },
  HPE_PAUSED_H2_UPGRADE: { status: 505, code: "HTTP_VERSION_NOT_SUPPORTED" },
  HPE_INVALID_VERSION: { status: 505, code: "HTTP_VERSION_NOT_SUPPORTED" },
};

const MALFORMED: Refusal = { status: 400, code: "BAD_REQUEST" };

/** RFC 9110, section 9.3.6: this server is not a proxy. */
export const NO_TUNNEL: Refusal = {
  status: 405,
  code: "METHOD_NOT_ALLOWED",
  message: "This server is not a proxy and does not support CONNECT.",
  headers: "Allow: GET, HEAD, POST\r\n",
};

/** The refusal for an error of Node's HTTP parser. */
export function refusalOf(nodeCode: string | undefined): Refusal {
  return REFUSALS[nodeCode ?? ""] ?? MALFORMED;
}

export function refusalText({ status, code, message, headers = "" }: Refusal): string {
  const body = JSON.stringify(errorBody(code, message));
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}Connection: close\r\n\r\n${body}`;
}
