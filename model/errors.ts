/**
 * Every error code of the project, with what it means. Codes are stable: clients and scripts may rely on them.
 * `docs/ERRORS.md` lists the same codes; a test keeps the two in step.
 */
export const ERROR_CODES = {
  // GraphQL: Apollo Server's own codes.
  GRAPHQL_PARSE_FAILED: "The document is not valid GraphQL syntax.",
  GRAPHQL_VALIDATION_FAILED: "The document does not fit the schema.",
  BAD_USER_INPUT:
    "A variable or an argument has a value that cannot be accepted; `extensions.fields` names each.",
  OPERATION_RESOLUTION_FAILURE: "The request does not say which of the document's operations to run.",
  PERSISTED_QUERY_NOT_FOUND: "The server does not hold the query of this hash: send the query beside it.",
  BAD_REQUEST: "The HTTP request is not a well-formed GraphQL request.",
  INTERNAL_SERVER_ERROR: "The server failed; the cause is in its log, not in the answer.",
  // Limits of a query; docs/SECURITY.md names the variable that sets each.
  QUERY_TOO_LONG: "The query has more tokens or characters than the server accepts.",
  QUERY_TOO_DEEP: "The query nests its fields deeper than the server accepts.",
  QUERY_TOO_MANY_ALIASES: "The query has more aliases than the server accepts.",
  QUERY_TOO_MANY_DIRECTIVES: "The query has more directives than the server accepts.",
  QUERY_TOO_REPETITIVE: "The query asks for the same field more often than the server accepts.",
  ANSWER_TOO_LARGE: "The answer would be larger than the server sends.",
  QUERY_TOO_COSTLY: "The query costs more than the server accepts: too many fields, lists or rows together.",
  OPERATION_NOT_SAFELISTED: "The server runs the operations of its safelist only, and this is none of them.",
  // HTTP: what is refused before GraphQL sees it.
  UNAUTHENTICATED: "The request carries no API key that the server accepts.",
  TOO_MANY_REQUESTS: "The client has made more requests than it may; Retry-After says when it may again.",
  REQUEST_TIMEOUT: "The request did not come whole in the time that the server waits.",
  HEADERS_TOO_LARGE: "The request's headers are larger than the server accepts.",
  NOT_FOUND: "No such path.",
  METHOD_NOT_ALLOWED: "The path exists, but not for this HTTP method.",
  PAYLOAD_TOO_LARGE: "The request body is larger than the server accepts.",
  UNSUPPORTED_MEDIA_TYPE: "The request body is not declared as application/json, or is compressed.",
  EXPECTATION_FAILED: "The request expects something of the server that it does not do.",
  NOT_IMPLEMENTED: "The request body has a transfer coding that the server does not decode.",
  HTTP_VERSION_NOT_SUPPORTED: "The server speaks HTTP/1.1 and HTTP/1.0, and no other version.",
  OVERLOADED: "The server is overloaded; ask again after the seconds that Retry-After tells.",
  // Models: why a model is not served.
  MODEL_UNREADABLE: "The model file cannot be read.",
  MODEL_CORRUPT: "The model file is not what was saved: truncated, edited or damaged.",
  MODEL_INVALID: "The file is not a model of this format.",
  MODEL_NOT_REPRODUCIBLE: "The model does not reproduce the golden predictions in its file.",
  MODEL_OF_ANOTHER_TABLE: "The model is of another table than those that are served.",
  NO_MODEL: "There is no model to serve.",
  MODEL_UNAVAILABLE: "No model is served at present, because all were removed; ask again later.",
  PINS_INVALID: "The file of the pins cannot be read, or is not an object of model names and versions.",
  PIN_NOT_SERVED: "A pin names a version that is not served.",
  PINNED_VERSION_REMOVED: "A pinned version was removed; it is served from memory until its pin moves.",
  CARD_UNREADABLE: "The model's card, or a picture of it, cannot be shown.",
  MODEL_PINNED: "The version is pinned, so that it cannot be removed.",
  MODEL_UNKNOWN: "A model is named that is not in the model directory.",
  // Commands: why a command ended without doing its work.
  CONFIG_INVALID: "An environment variable has a value that cannot be accepted.",
  OPTION_INVALID: "A command-line option has a value that cannot be accepted.",
  API_KEYS_INVALID: "The file of the API keys cannot be read, or has a line that is not a name and a hash.",
  SAFELIST_INVALID: "The safelist cannot be read, or is not a manifest of operations by their hashes.",
  WORKERS_FAILED: "No worker process starts any more; the cause of each failure is in the log.",
  PORT_UNAVAILABLE: "The server cannot listen on the configured host and port.",
  DATA_UNREADABLE: "The data file cannot be read.",
  MODEL_UNWRITABLE: "The trained model cannot be saved where it should be.",
  DATA_INVALID: "The data file is not what the command can work on.",
  SCHEMA_UNREADABLE: "The table schema cannot be read.",
  SCHEMA_INVALID: "The file is not a table schema that can be used.",
  SCHEMA_EXISTS: "The table has a schema already, which is not overwritten.",
  DATA_AMBIGUOUS: "The data file can be read in two ways, and nothing in it says which one is meant.",
  COLUMNS_MISSING: "The data file lacks columns that the command needs.",
  ALL_ROWS_REJECTED: "The data file has rows, but none of them could be predicted.",
  OUTPUT_UNWRITABLE: "A file that the command makes cannot be written.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * An error that a user can act on: its message says what was wrong, where, and what would be right.
 * Anything else that is thrown is a defect of ours.
 */
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
