import type { GraphQLContext } from "../../schema/context";
import type { Turn } from "./guards/large-operations";
import type { OperationRequest } from "./operation-request";

/** The context of a request: the resolvers' context, and the HTTP request for its log line. */
export interface RequestContext extends GraphQLContext {
  readonly request: OperationRequest;
  /** The operation's turn, if it is a large one. */
  readonly turn: Turn;
}
