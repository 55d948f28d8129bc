import type { TypedDocumentString } from "../gql/graphql";
import type { HouseInput } from "../house/house";
import { errorOf, offline, type ServerError } from "./api-error";
import { apiKey } from "./api-key";

/** The variables of a document that was generated for one table, for any table: only the house differs. */
export type ForAnyTable<Variables> = {
  readonly [Name in keyof Variables]: Name extends "input"
    ? HouseInput
    : Name extends "inputs"
      ? readonly HouseInput[]
      : Variables[Name];
};

/** Address of the API, beside the page, so that the page also works behind a proxy that adds a prefix. */
export const ENDPOINT = "graphql";

/**
 * Asks the API.
 *
 * @throws ApiError
 */
export async function execute<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: ForAnyTable<Variables>,
): Promise<Result> {
  const key = apiKey.get();
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key && { "x-api-key": key }) },
    body: JSON.stringify({ query: document.toString(), variables }),
  }).catch(() => Promise.reject(offline()));
  const { data, errors = [] } = await bodyOf<Result>(response);
  if (!data) throw errorOf(response.status, response.headers.get("retry-after"), errors);
  return data;
}

interface Body<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly ServerError[];
}

/** A proxy in between may answer with something else than JSON. */
async function bodyOf<Result>(response: Response): Promise<Body<Result>> {
  try {
    return await response.json();
  } catch {
    return {};
  }
}
