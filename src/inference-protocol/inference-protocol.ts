import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Model } from "../../model/model";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import type { GraphQLContext } from "../../schema/context";
import { InputProblem } from "../../schema/invalid-input.error";
import { isJsonRecord } from "../../schema/json-record";
import { selectModelForRow } from "../../schema/model-selector.input";
import type { Guards } from "../graphql/guards/guards";
import { errorBody } from "../http/error-body";
import { sendResult } from "../rows/answer-problem";
import { sendErrorObject } from "./error-object";
import { answerInfer } from "./infer-answer";
import { useJsonWithoutType } from "./json-without-type";
import { modelMetadata, SERVER_METADATA } from "./metadata";

/** The part of a URL that names a model; without a version, the pinned or the newest one answers. */
interface ModelParams {
  readonly name: string;
  readonly version?: string;
}

const VERSION = /^[1-9][0-9]{0,8}$/;

/** The status of an invalid request: the protocol's own. */
const BAD_REQUEST = 400;

/**
 * The Open Inference Protocol, version 2, over REST: health, metadata and inference for clients of KServe, MLServer and Triton.
 * Specification: https://github.com/kserve/open-inference-protocol
 *
 * @param contextOf - creates what predictions need for a request
 */
export function useInferenceProtocol(
  app: FastifyInstance,
  guards: Guards,
  currentCatalogue: () => ModelCatalogue,
  contextOf: (request: FastifyRequest) => GraphQLContext,
): void {
  // Of all paths below /v2, those that do not exist included. Answers of GraphQL are texts, which have no such hook.
  app.addHook("preSerialization", sendErrorObject);
  // The description of the protocol in OpenAPI has the second path.
  for (const path of ["/v2", "/v2/"]) app.get(path, async () => SERVER_METADATA);
  app.get("/v2/health/live", async () => ({ live: true }));
  app.get("/v2/health/ready", async (_request, reply) => {
    const ready = !app.draining && currentCatalogue().models.length > 0;
    return reply.code(ready ? 200 : BAD_REQUEST).send({ live: true, ready });
  });
  for (const path of ["/v2/models/:name", "/v2/models/:name/versions/:version"]) {
    app.get<{ Params: ModelParams }>(path, ({ params }, reply) =>
      withModel(reply, params, currentCatalogue(), (model, catalogue) => modelMetadata(model, catalogue)),
    );
    app.get<{ Params: ModelParams }>(`${path}/ready`, ({ params }, reply) =>
      withModel(reply, params, currentCatalogue(), ({ file }) => {
        const ready = !app.draining;
        if (!ready) reply.code(BAD_REQUEST);
        return { name: file.name, ready };
      }),
    );
    app.post<{ Params: ModelParams }>(`${path}/infer`, {
      config: { predicts: true },
      onRequest: useJsonWithoutType,
      handler: (request, reply) => {
        reply.header("cache-control", "no-store");
        const context = contextOf(request);
        return withModel(reply, request.params, context.catalogue, (model) =>
          isJsonRecord(request.body)
            ? answerInfer(request, reply, request.body, model, guards, context)
            : new InputProblem("The body must be a JSON object: an inference request.", []),
        );
      },
    });
  }
}

/** Sends what `answer` gives for the model that the URL names; 404 if there is none. */
function withModel(
  reply: FastifyReply,
  { name, version }: ModelParams,
  catalogue: ModelCatalogue,
  answer: (model: Model, catalogue: ModelCatalogue) => unknown,
): Promise<FastifyReply> {
  return sendResult(
    reply,
    () => {
      if (version !== undefined && !VERSION.test(version)) {
        return notFound(reply, "The version of a model is a number, such as 1.");
      }
      const selection = version === undefined ? { name } : { name, version: Number(version) };
      const model = selectModelForRow(catalogue, selection, NO_ROWS, 0);
      return model instanceof InputProblem ? notFound(reply, model.message) : answer(model, catalogue);
    },
    BAD_REQUEST,
  );
}

const NO_ROWS = new Float64Array(0);

function notFound(reply: FastifyReply, message: string) {
  reply.code(404);
  return errorBody("NOT_FOUND", message);
}
