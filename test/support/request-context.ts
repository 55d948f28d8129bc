import { Socket } from "node:net";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import { type LargeRequest, Turn } from "../../src/graphql/guards/large-operations";
import type { RequestContext } from "../../src/graphql/request-context";

/** What a guard of large operations knows of a request. */
export function largeRequest(): LargeRequest {
  return { headers: {}, raw: { socket: new Socket() } };
}

/** The context of a POST to /graphql. */
export function requestContext(catalogue: ModelCatalogue): RequestContext {
  const request = {
    ...largeRequest(),
    method: "POST",
    url: "/graphql",
    body: {},
    operationName: undefined,
    rootField: undefined,
    predictions: undefined,
  };
  return { catalogue, request, turn: new Turn() };
}
