/** Mercurius on Fastify; a query is compiled by its JIT once it has been seen. */
import fastify from "fastify";
import mercurius from "mercurius";
import { BODY_LIMIT, createContext, port, schema } from "./served-schema.mjs";

const app = fastify({ bodyLimit: BODY_LIMIT });
await app.register(mercurius, { schema, context: createContext, jit: 1, graphiql: false });
await app.listen({ port, host: "127.0.0.1" });
