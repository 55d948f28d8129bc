/**
 * Composes `houses.graphql` and the schema that this reads from its standard input into `supergraph.graphql`:
 *
 *     npm run --silent schema -- --federation | node examples/supergraph/compose.mjs
 */
import { readFileSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";

const houses = readFileSync(new URL("houses.graphql", import.meta.url), "utf8");
const { errors, supergraphSdl } = composeServices([
  { name: "houses", typeDefs: parse(houses), url: "http://127.0.0.1:4001/graphql" },
  { name: "prices", typeDefs: parse(await text(process.stdin)), url: "http://127.0.0.1:4000/graphql" },
]);
if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
writeFileSync(new URL("supergraph.graphql", import.meta.url), supergraphSdl);
