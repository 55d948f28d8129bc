import { apolloClient, apolloClientByGet } from "./apollo-client";
import { generated } from "./generated";
import { graphqlRequest, graphqlRequestByGet } from "./graphql-request";
import { relay } from "./relay";
import { urql } from "./urql";

/** The clients, each as a function of the server's address that gives the price of the README's house. */
export const CLIENTS = {
  apolloClient,
  apolloClientByGet,
  generated,
  graphqlRequest,
  graphqlRequestByGet,
  relay,
  urql,
};

// For the test, which calls them in the page.
Object.assign(globalThis, { clients: CLIENTS });
