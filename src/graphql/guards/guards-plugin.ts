import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../request-context";
import { answerTooLarge, isLargerThan } from "./answer-size";
import type { Guards } from "./guards";
import { LARGE_COST } from "./large-operations";

export function guardsPlugin({
  operations,
  variables,
  large,
  maxAnswerBytes,
}: Guards): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          // graphql-js reports a missing operation.
          if (!operation) return;
          const { catalogue, turn, request: httpRequest } = contextValue;
          const cost = operations.check(document, operation, request.variables, catalogue);
          request.variables = { ...variables.forMessages(operation, request.variables ?? {}) };
          if (cost >= LARGE_COST) await turn.take(large, httpRequest);
        },
        async willSendResponse({ response: { body, http }, contextValue }) {
          if (!contextValue.turn.isLarge || body.kind !== "single") return;
          if (!isLargerThan(body.singleResult.data, maxAnswerBytes)) return;
          body.singleResult = { errors: [answerTooLarge(maxAnswerBytes)] };
          http.status = 400;
        },
      };
    },
  };
}
