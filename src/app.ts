import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from "fastify";
import pino from "pino";
import type { ModelCatalogue } from "../model/registry/catalogue";
import { buildFederatedSchema, buildSchema } from "../schema/build-schema";
import { exampleQuery } from "../schema/example-query";
import { bodyLimit } from "./body-limit";
import type { Config } from "./config";
import { useDrain } from "./connections/drain";
import { guardConnections } from "./connections/http-server";
import { useRequestEnds } from "./connections/request-end";
import { entityNames } from "./federation";
import { createApollo } from "./graphql/apollo";
import { FastPath } from "./graphql/compiled/fast-path";
import { ShortWay } from "./graphql/compiled/short-way";
import { ConditionalGet } from "./graphql/conditional-get";
import { CsrfPrevention } from "./graphql/csrf";
import { useGraphQLRoute } from "./graphql/graphql-route";
import { DocumentAdmission } from "./graphql/guards/document-admission";
import { LargeOperations, Turn } from "./graphql/guards/large-operations";
import { OperationGuard } from "./graphql/guards/operation-guard";
import { VariableGuard } from "./graphql/guards/variable-guard";
import type { OperationRequest } from "./graphql/operation-request";
import { readSafelist, useSafelist } from "./graphql/safelist";
import { useApiKeys } from "./http/api-keys";
import { corsOrigins, useCors } from "./http/cors";
import { useHealth } from "./http/health";
import { refuseBadUrl, useHttpErrors } from "./http/http-errors";
import { useJsonBodies } from "./http/json-bodies";
import { useOverload } from "./http/overload";
import { usePlainBodies } from "./http/plain-bodies";
import { useRateLimit } from "./http/rate-limit";
import { useRequestForm } from "./http/request-form";
import { hasRequestLines, requestId, useRequestLog } from "./http/request-log";
import { useSecurityHeaders } from "./http/security-headers";
import { useModelCards } from "./models/model-cards";
import { Metrics } from "./monitoring/metrics";
import { useMetrics } from "./monitoring/metrics-route";
import { type Monitoring, monitorProcess } from "./monitoring/process-metrics";
import { RequestPredictions } from "./monitoring/request-predictions";
import { useTracing } from "./monitoring/tracing";
import { useIde } from "./pages/ide";
import { usePage } from "./pages/page";
import { useRest } from "./rest/rest";

/** No route has a JSON schema: GraphQL validates the input. So Fastify's schema compilers, a tenth of the startup time, are not loaded. */
const NO_SCHEMA_COMPILERS = { buildValidator: refuseSchemas, buildSerializer: refuseSchemas };

function refuseSchemas(): never {
  throw new Error("A route has a JSON schema, but Fastify is set up without compilers for them.");
}

/** Creates the server, ready to listen: every feature is one function. */
export async function createApp(
  config: Config,
  currentCatalogue: () => ModelCatalogue,
  { metrics, metricsPage }: Monitoring = monitorProcess(new Metrics(currentCatalogue)),
  log: FastifyBaseLogger = pino({ level: config.LOG_LEVEL }),
): Promise<FastifyInstance> {
  const { table } = currentCatalogue();
  const countError = (code: string) => metrics.failed(code);
  const { connections, requestEnds, serverFactory, putBefore, clientErrorHandler } = guardConnections(
    config,
    countError,
  );
  const app = fastify({
    serverFactory,
    clientErrorHandler,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    childLoggerFactory: (logger) => logger,
    schemaController: { compilersFactory: NO_SCHEMA_COMPILERS },
    bodyLimit: bodyLimit(table, config),
    frameworkErrors: refuseBadUrl(countError, requestEnds),
    // While draining, requests on open connections are still answered, and the connections then closed.
    return503OnClosing: false,
  });
  // Accept only JSON: any web page could send other media types without a preflight.
  app.removeContentTypeParser("text/plain");
  useJsonBodies(app);

  const schema = config.FEDERATION
    ? buildFederatedSchema(table, entityNames(config)).schema
    : buildSchema(table);
  const guards = {
    operations: new OperationGuard(schema, table, {
      maxCost: config.MAX_QUERY_COST,
      maxRows: config.MAX_BATCH_SIZE,
    }),
    variables: new VariableGuard(schema),
    large: new LargeOperations(),
    maxAnswerBytes: config.MAX_ANSWER_BYTES,
  };
  const fastPath = config.COMPILED_EXECUTION ? new FastPath(schema, guards) : undefined;
  const safelist = await readSafelist(config);
  const apollo = createApollo(schema, config, app.log, {
    guards,
    countError,
    safelist,
    fastPath,
  });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());

  useDrain(app, connections);
  const onRequestEnd = useRequestEnds(app, connections, requestEnds);
  useHttpErrors(app);
  useRequestLog(app, onRequestEnd);
  if (config.METRICS) useMetrics(app, onRequestEnd, metrics, metricsPage);
  await useTracing(app, onRequestEnd, config);
  useSecurityHeaders(app);
  useRequestForm(app);
  const corsHeaders = await useCors(app, config);
  const isOverloaded = useOverload(app, config);
  const apiKeyOf = await useApiKeys(app, config);
  await useRateLimit(app, config);
  usePlainBodies(app);
  useSafelist(app, safelist);
  useHealth(app, currentCatalogue);
  useModelCards(app, config, currentCatalogue);
  usePage(app, config);
  const ide = useIde(app, config, () => exampleQuery(table, currentCatalogue().byDefault));
  app.decorateRequest("predictions", undefined);
  const predicting = (request: Pick<FastifyRequest, "predictions">) => {
    const recorder = new RequestPredictions();
    request.predictions = recorder;
    return { catalogue: currentCatalogue(), recorder };
  };
  useRest(app, table, config, predicting, () => currentCatalogue().byDefault);
  if (config.INFERENCE_PROTOCOL) {
    const { useInferenceProtocol } = await import("./inference-protocol/inference-protocol");
    useInferenceProtocol(app, guards, currentCatalogue, predicting);
  }
  const csrf = new CsrfPrevention(corsOrigins(config));
  const contextOf = (request: OperationRequest) => {
    const { catalogue, recorder } = predicting(request);
    // A spread would take longer than the prediction.
    return { catalogue, recorder, request, turn: new Turn() };
  };
  useGraphQLRoute(app, apollo, {
    contextOf,
    admission: new DocumentAdmission(config.MAX_QUERY_TOKENS),
    fastPath,
    conditionalGet: new ConditionalGet(schema, csrf, config.API_KEYS_FILE !== "", safelist?.digest),
    csrf,
    ide,
  });
  // Rate limits and traces are made by hooks of Fastify.
  if (fastPath && config.RATE_LIMIT === 0 && !config.OTEL_EXPORTER_OTLP_ENDPOINT) {
    const shortWay = new ShortWay({
      fastPath,
      contextOf,
      bodyLimit: bodyLimit(table, config),
      keepAliveMs: app.server.keepAliveTimeout,
      corsHeaders,
      isDraining: () => connections.draining,
      isOverloaded,
      apiKeyOf,
      needsId: hasRequestLines(log.level),
    });
    putBefore((next) => shortWay.before(next));
  }
  return app;
}
