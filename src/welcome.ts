import { isIPv6 } from "node:net";

/** Wildcard and loopback addresses, shown as localhost. */
const LOCAL = ["0.0.0.0", "[::]", "127.0.0.1"];

/**
 * Prints the URL of the server and an example request, for developers.
 *
 * @param host - the configured HOST
 * @param input - an input in GraphQL syntax
 */
export function printWelcome(host: string, port: number, input: string): void {
  const url = `http://${hostInUrl(host)}:${port}/graphql`;
  const query = `{ predictHousePrice(input: ${input}) { predictedHousePrice } }`;
  console.log(`
House Price GraphQL listens on ${url} (open it in a browser for an IDE). Try:

curl -s '${url}' -H 'content-type: application/json' -d ${quoted(JSON.stringify({ query }))}
`);
}

/** Quotes a text as one shell word. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The host for the URL of a server that listens on `host`. */
export function hostInUrl(host: string): string {
  const written = isIPv6(host) ? `[${host}]` : host;
  // Of several spellings of an address, URL gives the shortest; it cannot take the zone of an address.
  const url = `http://${written}`;
  const { hostname } = URL.canParse(url) ? new URL(url) : { hostname: written };
  return LOCAL.includes(hostname) ? "localhost" : hostname;
}
