import { isIPv6 } from "node:net";

/** Addresses that stand for all of this machine, and its loopback address: people and READMEs say localhost. */
const LOCAL = ["0.0.0.0", "[::]", "127.0.0.1"];

/**
 * Tells who has started the server by hand where it is, and how to ask it.
 *
 * @param host - HOST, as it is configured
 * @param input - an input, as it is written in a query
 */
export function printWelcome(host: string, port: number, input: string): void {
  const url = `http://${hostInUrl(host)}:${port}/graphql`;
  const query = `{ predictHousePrice(input: ${input}) { predictedHousePrice } }`;
  console.log(`
House Price GraphQL listens on ${url} (open it in a browser for Apollo Sandbox). Try:

curl -s '${url}' -H 'content-type: application/json' -d ${quoted(JSON.stringify({ query }))}
`);
}

/** A text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The host of a URL that reaches a server that listens on `host`. */
export function hostInUrl(host: string): string {
  const written = isIPv6(host) ? `[${host}]` : host;
  // Of several spellings of an address, URL gives the shortest; it cannot take the zone of an address.
  const url = `http://${written}`;
  const { hostname } = URL.canParse(url) ? new URL(url) : { hostname: written };
  return LOCAL.includes(hostname) ? "localhost" : hostname;
}
