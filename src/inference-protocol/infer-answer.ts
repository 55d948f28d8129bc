import type { FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Model } from "../../model/model";
import type { GraphQLContext } from "../../schema/context";
import { InputProblem } from "../../schema/invalid-input.error";
import type { JsonRecord } from "../../schema/json-record";
import { answerTooLarge, isLargerThan } from "../graphql/guards/answer-size";
import type { Guards } from "../graphql/guards/guards";
import { LARGE_COST, Turn } from "../graphql/guards/large-operations";
import { infer } from "./infer";
import { readInferRequest } from "./infer-request";
import { checkCost } from "./request-cost";

const JSON_TYPE = "application/json";

/**
 * The answer to an inference request as text, within the limits of a GraphQL batch: rows, cost, one large request at a time, bytes of the
 * answer. Or what is wrong with the request.
 *
 * @throws GraphQLError if a limit is exceeded
 */
export async function answerInfer(
  request: FastifyRequest,
  reply: FastifyReply,
  body: JsonRecord,
  model: Model,
  { operations, large, maxAnswerBytes }: Guards,
  context: GraphQLContext,
): Promise<string | InputProblem> {
  const read = readInferRequest(context.catalogue.table, body);
  if (read instanceof InputProblem) return read;
  const cost = checkCost(operations, read, context.catalogue);
  const turn = new Turn();
  try {
    if (cost >= LARGE_COST) await turn.take(large, request);
    const answer = infer(read, model, context);
    if (answer instanceof InputProblem) return answer;
    if (turn.isLarge && isLargerThan(answer, maxAnswerBytes)) {
      const { message, extensions } = answerTooLarge(maxAnswerBytes);
      throw new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
    }
    // As text, so that the next large request begins when this answer is written.
    reply.type(JSON_TYPE);
    return JSON.stringify(answer);
  } finally {
    turn.end();
  }
}
