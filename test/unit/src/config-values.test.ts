import * as v from "valibot";
import {
  text as anyText,
  columnNames,
  endpoint,
  flag,
  graphqlName,
  graphqlNames,
  host,
  ide,
  integer,
  level,
  networks,
  origins,
  pins,
} from "../../../src/config-values";

type Schema = v.GenericSchema<string, unknown>;

/** The value of a text, or what is wrong with it. */
function read(schema: Schema, text: string): unknown {
  const { success, output, issues } = v.safeParse(schema, text);
  return success ? output : issues[0].message;
}

describe("a whole number", () => {
  const PROBLEM = "must be a whole number from 1 to 200";

  it.each([
    ["1", 1],
    ["200", 200],
    ["007", 7],
    ["0", PROBLEM],
    ["201", PROBLEM],
    ["-1", PROBLEM],
    ["1.0", PROBLEM],
    ["1e2", PROBLEM],
    ["0x10", PROBLEM],
    ["", PROBLEM],
    [`${"0".repeat(15)}1`, PROBLEM],
  ])("%s is %s", (text, value) => {
    expect(read(integer(1, 200), text)).toBe(value);
  });
});

const ORIGINS = "must be origins such as https://example.org, separated by commas";
const NAMES = "must be different names of GraphQL, separated by commas";
const COLUMNS = "must be different names of columns such as rooms or rooms!, separated by commas";
const NETWORKS = "must be addresses or networks such as 10.0.0.0/8, separated by commas";
const PINS = "must pin each name once, as NAME@VERSION, separated by commas: linear@1,spatial@2";

const SCHEMAS: { readonly [name: string]: Schema } = {
  anyText,
  host,
  flag,
  level,
  ide,
  origins,
  graphqlName,
  graphqlNames,
  columnNames,
  networks,
  endpoint,
  pins,
};

it.each<[name: string, text: string, value: unknown]>([
  ["anyText", "any text", "any text"],
  ["host", "example.org", "example.org"],
  ["host", "127.0.0.1", "127.0.0.1"],
  ["host", "::1", "::1"],
  ["host", "[::1]", "::1"],
  ["host", "[a]", "[a]"],
  ["flag", "true", true],
  ["flag", "TRUE", true],
  ["flag", "1", true],
  ["flag", "False", false],
  ["flag", "0", false],
  ["flag", "yes", "must be true or false"],
  ["level", "WARN", "warn"],
  ["level", "silent", "silent"],
  ["level", "loud", "must be one of fatal, error, warn, info, debug, trace, silent"],
  ["ide", "Sandbox", "sandbox"],
  ["ide", "vim", "must be one of sandbox, graphiql, none"],
  ["origins", "", []],
  ["origins", " , ", []],
  ["origins", "https://A.example/, http://b:8080", ["https://a.example", "http://b:8080"]],
  ["origins", "https://a.example/path", ORIGINS],
  ["origins", "https://a.example?x", ORIGINS],
  ["origins", "a.example", ORIGINS],
  ["origins", "data:,", ORIGINS],
  ["origins", "*", ORIGINS],
  ["origins", "https://a.example,null", ORIGINS],
  ["graphqlName", "House", "House"],
  ["graphqlName", "a house", "must be a name of GraphQL, such as House"],
  ["graphqlNames", "id, region", ["id", "region"]],
  ["graphqlNames", "", NAMES],
  ["graphqlNames", "id,id", NAMES],
  ["graphqlNames", "id,1d", NAMES],
  ["columnNames", "", []],
  ["columnNames", "rooms!, age", ["rooms!", "age"]],
  ["columnNames", "rooms!,rooms", COLUMNS],
  ["columnNames", "rooms!!", COLUMNS],
  ["columnNames", "!rooms", COLUMNS],
  ["networks", "", []],
  ["networks", "10.0.0.1, ::1", ["10.0.0.1", "::1"]],
  ["networks", "10.0.0.0/0,10.0.0.0/32,fe80::/128", ["10.0.0.0/0", "10.0.0.0/32", "fe80::/128"]],
  ["networks", "10.0.0.0/33", NETWORKS],
  ["networks", "fe80::/129", NETWORKS],
  ["networks", "10.0.0.0/", NETWORKS],
  ["networks", "10.0.0.0/0008", NETWORKS],
  ["networks", "10.0.0.0/8x", NETWORKS],
  ["networks", "10.0.0.0/8/8", NETWORKS],
  ["networks", "10.0.0", NETWORKS],
  ["networks", "10.0.0.1,localhost", NETWORKS],
  ["endpoint", "", ""],
  ["endpoint", "http://localhost:4318", "http://localhost:4318"],
  ["endpoint", "HTTPS://a.example/x", "HTTPS://a.example/x"],
  ["endpoint", "grpc://a.example", "must be an http or https URL"],
  ["endpoint", "http://", "must be an http or https URL"],
  [
    "pins",
    "linear@1,spatial@2",
    new Map([
      ["linear", 1],
      ["spatial", 2],
    ]),
  ],
  ["pins", "linear@1,linear@2", PINS],
  ["pins", "linear", PINS],
])("%s: %j is %j", (name, text, value) => {
  expect(read(SCHEMAS[name], text)).toEqual(value);
});
