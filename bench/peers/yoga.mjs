/** GraphQL Yoga on node:http, without the pages and the log that it has for development. */
import { createServer } from "node:http";
import { createYoga } from "graphql-yoga";
import { createContext, port, schema } from "./served-schema.mjs";

const yoga = createYoga({
  schema,
  context: createContext,
  graphiql: false,
  landingPage: false,
  logging: false,
});
createServer(yoga).listen(port, "127.0.0.1");
