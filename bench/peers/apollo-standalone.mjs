/** Apollo Server as its own guide starts it. */
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { createContext, port, schema } from "./served-schema.mjs";

await startStandaloneServer(new ApolloServer({ schema }), {
  listen: { port, host: "127.0.0.1" },
  context: async () => createContext(),
});
