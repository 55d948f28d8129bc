/** What went wrong, by what a person can do about it. */
export type ErrorKind = "key" | "rate" | "offline" | "refused";

/** A query that got no answer. */
export class ApiError extends Error {
  constructor(
    readonly kind: ErrorKind,
    message: string,
    /** Seconds after which to ask again; undefined where that would not help. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** One error of a GraphQL answer, as this server gives it. */
export interface ServerError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
  };
}

const DEFAULT_RETRY_S = 3;

/** The error that an answer of the server tells. */
export function errorOf(status: number, retryAfter: string | null, errors: readonly ServerError[]): ApiError {
  if (status === 401) return new ApiError("key", "This server wants an API key.");
  const message = errors.map(textOf).join(" ") || `The server answered with HTTP status ${status}.`;
  if (status === 429 || status === 503) {
    return new ApiError("rate", message, Number(retryAfter) || DEFAULT_RETRY_S);
  }
  return new ApiError("refused", message);
}

/** The error of a request that found no server. */
export function offline(): ApiError {
  return new ApiError("offline", "The server cannot be reached.", DEFAULT_RETRY_S);
}

function textOf({ message, extensions }: ServerError): string {
  return extensions?.fields?.map((field) => field.message).join(" ") ?? message;
}
