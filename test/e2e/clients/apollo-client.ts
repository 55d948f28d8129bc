import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client/core";
import { type Answer, QUERY, VARIABLES } from "./input";

/** Apollo Client, as its documentation sets it up. */
export function apolloClient(uri: string): Promise<number> {
  return ask(new HttpLink({ uri }));
}

/** The same with `useGETForQueries`. */
export function apolloClientByGet(uri: string): Promise<number> {
  return ask(new HttpLink({ uri, useGETForQueries: true }));
}

async function ask(link: HttpLink): Promise<number> {
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const { data } = await client.query<Answer>({ query: gql(QUERY), variables: VARIABLES });
  if (!data) throw new Error("Apollo Client gave no data.");
  return data.predictHousePrice.predictedHousePrice;
}
