import { parse } from "graphql";
import {
  compilableOperation,
  keepsOrderOfFields,
} from "../../../../../src/graphql/compiled/compilable-document";
import { operationOf } from "../../../../support/operation-of";

const fields = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`).join(" ");

describe("an operation is compiled", () => {
  it.each([
    ["fields and aliases", "{ a b: c { d } }"],
    ["__typename", "{ a { __typename } }"],
    ["variables as whole arguments", "query Q($v: Int! = 1) { a(b: $v) }"],
    ["numbers, booleans, enum values and null as arguments", "{ a(b: 1, c: 1.5, d: true, e: X, f: null) }"],
    ["literal objects and lists of them", "{ a(b: { c: 1, d: [2, 3] }) }"],
    ["fragments", "{ ...F ... on B { c } } fragment F on A { b }"],
    ["200 fields", `{ ${fields(200)} }`],
  ])("when it has %s", (_what, text) => {
    const document = parse(text);
    expect(compilableOperation(document)).toBe(operationOf(document));
  });
});

describe("an operation is left to graphql-js", () => {
  it.each([
    ["a mutation", "mutation { a }"],
    ["one of two", "query A { a } query B { b }"],
    ["not there", "fragment F on A { a }"],
    ["one with a string", '{ a(b: "c") }'],
    ["one with a string inside an object", '{ a(b: { c: "d" }) }'],
    ["one with a default that is a string", 'query ($v: String = "a") { a(b: $v) }'],
    ["one with a block string", '{ a(b: """c""") }'],
    ["one with a directive", "{ a @skip(if: false) }"],
    ["one with a directive on the operation", "query @x { a }"],
    ["an introspection", "{ __schema { types { name } } }"],
    ["one that asks for a type by name", "query ($n: String!) { __type(name: $n) { name } }"],
    ["one with a key that begins with two underscores", "{ __proto__: a }"],
    ["one with a variable inside an object", "query ($v: Int) { a(b: { c: $v }) }"],
    ["one with a variable inside a list", "query ($v: Int) { a(b: [$v]) }"],
    ["one of 201 fields", `{ ${fields(201)} }`],
    ["one with many fields below others", `{ ${fields(100)} b { ${fields(100)} } }`],
    [
      "one whose fragment is spread often",
      `{ ${Array.from({ length: 21 }, (_, i) => `b${i} { ...F }`).join(" ")} } fragment F on A { ${fields(10)} }`,
    ],
  ])("when it is %s", (_what, text) => {
    expect(compilableOperation(parse(text))).toBeUndefined();
  });
});

describe("the serializer is compiled as well", () => {
  it.each([
    ["there is no fragment", "{ a { __typename b } }", true],
    ["there is one fragment", "{ a { ... on B { c } } }", true],
    ["there is one fragment and a type name", "{ a { ... on B { c } __typename } }", false],
    ["there are two inline fragments", "{ a { ... on B { c } ... on C { d } } }", false],
    ["there are two spreads", "{ a { ...F } b { ...F } } fragment F on A { c }", false],
    [
      "there are a spread and an inline fragment",
      "{ a { ...F ... on B { c } } } fragment F on A { c }",
      false,
    ],
  ])("if %s", (_what, text, keeps) => {
    expect(keepsOrderOfFields(parse(text))).toBe(keeps);
  });
});
