/** All error codes. They are stable: clients and scripts may rely on them. A test keeps `docs/ERRORS.md` in step. */
export const ERROR_CODES = {
  // GraphQL: Apollo Server's own codes.
  GRAPHQL_PARSE_FAILED: "The document is not valid GraphQL syntax.",
  GRAPHQL_VALIDATION_FAILED: "The document is not valid against the schema.",
  BAD_USER_INPUT: "A variable or an argument has an invalid value; `extensions.fields` names each.",
  OPERATION_RESOLUTION_FAILURE: "The request does not say which operation of the document to run.",
  PERSISTED_QUERY_NOT_FOUND: "The server has no query with this hash or id: send the query along with it.",
  BAD_REQUEST: "The HTTP request is not a well-formed GraphQL request.",
  INTERNAL_SERVER_ERROR: "The server failed; the cause is in its log, not in the response.",
  // Limits of a query; docs/SECURITY.md names the variable that sets each.
  QUERY_TOO_LONG: "The query has more tokens or characters than the server accepts.",
  QUERY_TOO_DEEP: "The query nests its fields deeper than the server accepts.",
  QUERY_TOO_MANY_ALIASES: "The query has more aliases than the server accepts.",
  QUERY_TOO_MANY_DIRECTIVES: "The query has more directives than the server accepts.",
  QUERY_TOO_REPETITIVE: "The query selects the same field more often than the server accepts.",
  ANSWER_TOO_LARGE: "The response would be larger than the server's limit.",
  QUERY_TOO_COSTLY:
    "The query costs more than the server accepts: too many fields, list entries or rows in total.",
  OPERATION_NOT_SAFELISTED:
    "The server runs only the operations of its safelist, and this is not one of them.",
  // HTTP: requests that are refused before GraphQL sees them.
  UNAUTHENTICATED: "The request has no valid API key.",
  TOO_MANY_REQUESTS: "The client has exceeded its rate limit; Retry-After says when to try again.",
  REQUEST_TIMEOUT: "The request did not arrive in full before the timeout.",
  HEADERS_TOO_LARGE: "The request's headers are larger than the server accepts.",
  NOT_FOUND: "The path does not exist.",
  METHOD_NOT_ALLOWED: "The path does not support this HTTP method.",
  PAYLOAD_TOO_LARGE: "The request body is larger than the server accepts.",
  UNSUPPORTED_MEDIA_TYPE: "The request body is not declared as application/json, or is compressed.",
  EXPECTATION_FAILED: "The server cannot meet the request's Expect header.",
  NOT_IMPLEMENTED: "The server does not support the transfer coding of the request body.",
  HTTP_VERSION_NOT_SUPPORTED: "The server supports only HTTP/1.1 and HTTP/1.0.",
  OVERLOADED: "The server is overloaded; retry after the seconds in Retry-After.",
  // Models: why a model is not served.
  MODEL_UNREADABLE: "The model file cannot be read.",
  MODEL_CORRUPT: "The model file was truncated, edited or damaged after it was saved.",
  MODEL_INVALID: "The file is not a valid model file.",
  MODEL_NOT_REPRODUCIBLE: "The model does not reproduce the golden predictions in its file.",
  MODEL_OF_ANOTHER_TABLE: "The model belongs to another table than the served models.",
  MODEL_NOT_EXPORTABLE: "Other engines cannot compute models of this kind.",
  EXPORT_MISMATCH: "The exported model does not reproduce the golden predictions of its file.",
  NO_MODEL: "There are no models to serve.",
  MODEL_UNAVAILABLE: "No model is served at present, because all were removed; retry later.",
  PINS_INVALID: "The pins file cannot be read, or is not an object of model names and versions.",
  PIN_NOT_SERVED: "A pin names a version that is not served.",
  PINNED_VERSION_REMOVED: "A pinned version was removed; it is served from memory until its pin changes.",
  CARD_UNREADABLE: "The model card, or one of its charts, cannot be shown.",
  MODEL_PINNED: "The version is pinned and cannot be removed.",
  MODEL_UNKNOWN: "The named model is not in the model directory.",
  // Commands: why a command failed.
  CONFIG_INVALID: "An environment variable has an invalid value.",
  OPTION_INVALID: "A command-line option has an invalid value.",
  API_KEYS_INVALID: "The API key file cannot be read, or has a line that is not a name and a hash.",
  SAFELIST_INVALID: "The safelist cannot be read, or is not a manifest of operations.",
  WORKERS_FAILED: "Worker processes repeatedly fail to start; the cause of each failure is in the log.",
  PORT_UNAVAILABLE: "The server cannot listen on the configured host and port.",
  DATA_UNREADABLE: "The data file cannot be read.",
  MODEL_UNWRITABLE: "The trained model cannot be saved to the given directory.",
  DATA_INVALID: "The command cannot use the data file.",
  SCHEMA_UNREADABLE: "The table schema cannot be read.",
  SCHEMA_INVALID: "The file is not a valid table schema.",
  SCHEMA_EXISTS: "The table already has a schema, which is not overwritten.",
  DATA_AMBIGUOUS: "The data file can be read in two ways, and nothing in it says which is right.",
  COLUMNS_MISSING: "The data file lacks columns that the command needs.",
  ALL_ROWS_REJECTED: "The data file has rows, but none of them could be predicted.",
  OUTPUT_UNWRITABLE: "An output file cannot be written.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error that the user can fix: the message says what is wrong, where, and how to fix it. Any other error is a bug. */
export class HousePriceError extends Error {
  override readonly name = "HousePriceError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
