import type { FastifyRequest } from "fastify";

export type EndedRequest = Pick<
  FastifyRequest,
  "id" | "method" | "url" | "operationName" | "rootField" | "apiKeyName" | "span" | "predictions"
> & {
  /** Without a URL if there is no route. */
  readonly routeOptions: { readonly url?: string | undefined };
};

/** Duration in milliseconds. */
export type EndListener = (request: EndedRequest, status: number, durationMs: number) => void;

export type OnRequestEnd = (listener: EndListener) => void;
