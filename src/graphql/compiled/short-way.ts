import type { Answer } from "../../connections/answer";
import type { EndedRequest } from "../../connections/ended-request";
import type { Request } from "../../connections/request";
import type { Handler } from "../../connections/turns";
import type { ApiKeyOf } from "../../http/api-keys";
import type { ArrayInPieces } from "../../http/array-in-pieces";
import { FixedHead } from "../../http/fixed-head";
import { arrayIn, parseWhole } from "../../http/json-bodies";
import { faultOf } from "../../http/request-form";
import { requestId } from "../../http/request-log";
import { DATA_HEADERS, NOT_CACHED } from "../../http/security-headers";
import type { RequestPredictions } from "../../monitoring/request-predictions";
import type { OperationRequest } from "../operation-request";
import type { RequestContext } from "../request-context";
import type { FastAnswer, FastPath } from "./fast-path";

export interface ShortWayParts {
  readonly fastPath: FastPath;
  readonly contextOf: (request: ShortRequest) => RequestContext;
  /** In bytes. */
  readonly bodyLimit: number;
  readonly keepAliveMs: number;
  /** For responses to requests without an Origin. */
  readonly corsHeaders: Readonly<Record<string, string>>;
  readonly isDraining: () => boolean;
  readonly isOverloaded: () => boolean;
  readonly apiKeyOf: ApiKeyOf | undefined;
  /** Whether each request gets an id, or only requests that carry one. */
  readonly needsId: boolean;
}

/**
 * Answers plain POST requests for compiled operations before Fastify, whose routing, hooks and headers take longer than a prediction.
 *
 * The guards are the same functions as in Fastify's path. This path refuses nothing itself: requests that a guard objects to, that are
 * not plain, or that the fast path does not answer, go to Fastify, which starts from the beginning.
 */
export class ShortWay {
  private readonly headers: Readonly<Record<string, string>>;
  private readonly head: FixedHead;

  constructor(private readonly parts: ShortWayParts) {
    this.headers = { ...DATA_HEADERS, ...NOT_CACHED, ...parts.corsHeaders };
    this.head = new FixedHead(this.headers, parts.keepAliveMs);
  }

  /** @param next - Fastify's handler */
  before(next: Handler): Handler {
    return (request, answer) => {
      const short = this.accept(request);
      if (short === undefined) return next(request, answer);
      answer.ending = short;
      readBody(request, (body) => {
        request.readBody = body;
        short.unparsed = arrayIn(body);
        short.body = short.unparsed?.around ?? parseWhole(body);
        const found = this.parts.fastPath.answer(short, this.contextOf(short));
        if (found instanceof Promise) void found.then((late) => this.send(late, short, answer, next));
        else this.send(found, short, answer, next);
      });
    };
  }

  /** Returns the request if its headers allow answering it here. */
  private accept(request: Request): ShortRequest | undefined {
    const { apiKeyOf, bodyLimit, isDraining, isOverloaded } = this.parts;
    if (!isPlain(request, bodyLimit) || isDraining() || isOverloaded() || faultOf(request)) return undefined;
    const apiKeyName = apiKeyOf?.(request.headers);
    return apiKeyOf && apiKeyName === undefined ? undefined : new ShortRequest(request, apiKeyName);
  }

  private contextOf(request: ShortRequest): () => RequestContext {
    return () => this.parts.contextOf(request);
  }

  private send(found: FastAnswer | undefined, short: ShortRequest, answer: Answer, next: Handler): void {
    if (found === undefined) {
      next(short.raw, answer);
      return;
    }
    const { status, contentType, pieces } = found;
    const bytes = bytesOf(pieces);
    const id = this.parts.needsId || short.headers["x-request-id"] ? short.id : undefined;
    if (status === 200 && answer.shouldKeepAlive) {
      answer.endWithHead(this.head.of({ contentType, bytes, requestId: id }), pieces);
      return;
    }
    const headers = { ...this.headers, "content-type": contentType, "content-length": bytes };
    answer.writeHead(status, id === undefined ? headers : { ...headers, "x-request-id": id });
    answer.end(pieces.join(""));
  }
}

function bytesOf(pieces: readonly (string | Buffer)[]): number {
  let bytes = 0;
  for (const piece of pieces) bytes += Buffer.byteLength(piece);
  return bytes;
}

/** A request on the short way, with the property names of Fastify's. */
export class ShortRequest implements OperationRequest, EndedRequest {
  readonly method = "POST";
  readonly url = "/graphql";
  readonly routeOptions = { url: "/graphql" };
  readonly span = undefined;
  operationName: string | undefined;
  rootField: string | undefined;
  predictions: RequestPredictions | undefined;
  body: unknown;
  unparsed: ArrayInPieces | undefined;
  private ownId: string | undefined;

  constructor(
    readonly raw: Request,
    readonly apiKeyName: string | undefined,
  ) {}

  get headers() {
    return this.raw.headers;
  }

  get id(): string {
    this.ownId ??= requestId(this.raw);
    return this.ownId;
  }
}

const JSON_TYPES: ReadonlySet<string | undefined> = new Set([
  "application/json",
  "application/json; charset=utf-8",
]);

/** Whether most clients send requests like this one. A page of another origin needs CORS headers or a log line. */
function isPlain({ method, url, httpVersionMinor, headers }: Request, bodyLimit: number): boolean {
  if (method !== "POST" || url !== "/graphql" || httpVersionMinor !== 1) return false;
  return (
    JSON_TYPES.has(headers["content-type"]) &&
    Number(headers["content-length"] ?? Number.NaN) <= bodyLimit &&
    headers["transfer-encoding"] === undefined &&
    headers["content-encoding"] === undefined &&
    headers.expect === undefined &&
    headers.origin === undefined
  );
}

/** Reads a body of the announced length; `done` is not called if the client disconnects. */
function readBody(request: Request, done: (body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => done(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)));
}
