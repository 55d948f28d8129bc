/**
 * The subgraph that owns the houses: it knows nothing of prices. The rows are those of a file, `data/california_housing.csv` by default.
 *
 *     node houses.mjs [FILE]
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { buildSchema, graphql } from "graphql";

const SDL = readFileSync(new URL("houses.graphql", import.meta.url), "utf8");
const [, , file = new URL("../../data/california_housing.csv", import.meta.url)] = process.argv;

/** What every subgraph has besides its own schema. */
const FEDERATION = `
  directive @link(url: String!, import: [String!]) repeatable on SCHEMA
  directive @key(fields: String!) repeatable on OBJECT
  schema { query: Query }
  scalar _Any
  union _Entity = House
  type _Service { sdl: String! }
  extend type Query { _service: _Service!  _entities(representations: [_Any!]!): [_Entity]! }
`;

const [header, ...lines] = readFileSync(file, "utf8").trim().split("\n");
const names = header.split(",").map((name) => name[0].toLowerCase() + name.slice(1));
const houses = lines.map((line, i) => {
  const values = line.split(",").map((value, column) => [names[column], Number(value)]);
  return { __typename: "House", id: String(i + 1), ...Object.fromEntries(values) };
});

const rootValue = {
  houses: (/** @type {{ first: number }} */ { first }) => houses.slice(0, first),
  _service: { sdl: SDL },
  _entities: (/** @type {{ representations: { id: string }[] }} */ { representations }) =>
    representations.map(({ id }) => houses[Number(id) - 1] ?? null),
};

const schema = buildSchema(SDL + FEDERATION);
const server = createServer(async (request, response) => {
  const { query, variables } = JSON.parse(await text(request));
  const result = await graphql({ schema, source: query, rootValue, variableValues: variables });
  response.setHeader("content-type", "application/json").end(JSON.stringify(result));
});
const port = Number(process.env.PORT ?? 4001);
server.listen(port, "127.0.0.1", () => console.log(`Houses at http://127.0.0.1:${port}/graphql`));
