import { gzipSync } from "node:zlib";

/** A request that no honest client sends, as the body and the headers of a POST to /graphql. */
export interface HostileBody {
  readonly what: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(" ");
const nested = (count: number, open: string, inner: string, close: string) =>
  open.repeat(count) + inner + close.repeat(count);

const PREDICT = "predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}) { predictedHousePrice }";
const ROW = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };

/** Texts of GraphQL that ask for more than they seem to, or that are none. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "31 aliases": `{ ${many(31, (i) => `a${i}: __typename`)} }`,
  "100 aliases of predictions": `{ ${many(100, (i) => `a${i}: ${PREDICT}`)} }`,
  "330 aliases": `{ ${many(330, (i) => `a${i}: __typename`)} }`,
  "10,000 aliases": `{ ${many(10_000, (i) => `a${i}: __typename`)} }`,
  "aliases within aliases": `{ ${many(6, (i) => `a${i}: models { ${many(6, (j) => `b${j}: features { name }`)} }`)} }`,
  "aliases by a fragment": `{ ${many(50, (i) => `a${i}: models { ...F }`)} } fragment F on ModelInfo { b: name }`,
  "an alias 100 kB long": `{ ${"a".repeat(50_000)}: ${"b".repeat(50_000)} }`,
  "aliases that conflict": `{ a: models { name } a: modelInfo { name } }`,
  "the same field 300 times": `{ ${many(300, () => "__typename")} }`,
  "the same field 990 times": `{ ${many(990, () => "__typename")} }`,
  "the same field 100,000 times": `{ ${many(100_000, () => "__typename")} }`,
  "the same nested fields 140 times": `{ ${many(140, () => "models{features{name}}")} }`,
  "fields that conflict in pairs": `{ models { ${many(200, (i) => `x: ${i % 2 ? "name" : "version"}`)} } }`,
  "20 levels": `{ __type(name: "Query") ${nested(20, "{ ofType ", "{ name }", " }")} }`,
  "300 levels": `{ __type(name: "Query") ${nested(300, "{ ofType ", "{ name }", " }")} }`,
  "20,000 levels": nested(20_000, "{ a ", "{ b }", " }"),
  "levels that do not end": "{a".repeat(400),
  "100,000 opening braces": "{".repeat(100_000),
  "inline fragments 100 deep": nested(100, "{ ... on Query ", "{ __typename }", " }"),
  "a list 400 deep": `{ predictHousePrices(inputs: ${nested(400, "[", "1", "]")}) { __typename } }`,
  "a list 50,000 deep": `{ predictHousePrices(inputs: ${nested(50_000, "[", "1", "]")}) { __typename } }`,
  "an object 150 deep": `{ predictHousePrice(input: ${nested(150, "{a: ", "1", "}")}) { __typename } }`,
  "a type 400 deep": `query ($a: ${nested(400, "[", "Int", "]")}) { __typename }`,
  "a fragment of itself": "{ ...A } fragment A on Query { ...A }",
  "two fragments of each other": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
  "100 fragments in a circle": `{ ...F0 } ${many(100, (i) => `fragment F${i} on Query { ...F${(i + 1) % 100} }`)}`,
  "a circle below a field":
    "{ models { ...A } } fragment A on ModelInfo { features { ...B } } fragment B on FeatureInfo { ...B }",
  "fragments that double 8 times": doubling(8),
  "fragments that double 20 times": doubling(20),
  "fragments that double 60 times": doubling(60),
  "fragments that double, of aliases": doubling(20, "a: __typename"),
  "fragments that double, of batches": doubling(12, `predictHousePrices(inputs: []) { __typename }`),
  "fragments that nobody uses": many(100, (i) => `fragment F${i} on Query { __typename }`),
  "fragments that do not exist": `{ ${many(300, (i) => `...F${i}`)} }`,
  "the same fragment twice": "{ ...A } fragment A on Query { __typename } fragment A on Query { __typename }",
  "a fragment on a type that does not exist": "{ ...A } fragment A on Nothing { x }",
  "60 directives": `{ ${many(60, () => "__typename @include(if: true)")} }`,
  "a directive 300 times at one place": `{ __typename ${many(300, () => "@skip(if: false)")} }`,
  "400 directives that do not exist": `{ __typename ${many(400, (i) => `@d${i}`)} }`,
  "directives on a variable": `query ($a: Int ${many(100, () => "@a")}) { __typename }`,
  "@defer": "{ ... @defer { __typename } }",
  "300 variables": `query (${many(300, (i) => `$v${i}: Int`)}) { __typename }`,
  "a variable that refers to itself": "query ($a: Int = $a) { __typename }",
  "300 operations": many(300, (i) => `query Q${i} { __typename }`),
  "two operations, none chosen": "query A { __typename } query B { __typename }",
  "a mutation": "mutation { deleteEverything }",
  "a subscription": "subscription { models { name } }",
  "a schema": "type Query { hacked: String } extend schema { query: Query }",
  "fields of introspection in circles":
    "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } }",
  "possible types in circles":
    "{ __schema { types { possibleTypes { possibleTypes { possibleTypes { name } } } } } }",
  "30 whole introspections": `{ ${many(30, (i) => `s${i}: __schema { types { name fields { name args { name type { name } } } } }`)} }`,
  "introspection of a prototype":
    '{ __type(name: "__proto__") { name } b: __type(name: "constructor") { name } }',
  "fields of a prototype": "{ __proto__ { constructor } toString hasOwnProperty }",
  "a string that does not end": '{ models(a: "',
  "a block string that does not end": '{ models(a: """',
  "a comment of 1 MB": `# ${"x".repeat(1_000_000)}\n{ nothing }`,
  "1 MB of commas": `{ nothing ${",".repeat(1_000_000)} }`,
  "a string of 1 MB": `{ nothing(a: "${"x".repeat(1_000_000)}") }`,
  "a number of 100,000 digits": `{ nothing(a: ${"9".repeat(100_000)}) }`,
  "a number of 100,000 digits as a feature": `{ predictHousePrice(input: {medInc: ${"9".repeat(100_000)}, aveRooms: 1, aveOccup: 1}) { baseline } }`,
  "an exponent of 1,000 digits": `{ predictHousePrice(input: {medInc: 1e${"9".repeat(1000)}, aveRooms: 1, aveOccup: 1}) { baseline } }`,
  "a version beyond 32 bits": '{ modelInfo(model: {name: "linear", version: 4294967297}) { name } }',
  "a version below 0": '{ modelInfo(model: {name: "linear", version: -1}) { name } }',
  "a name that is a path": '{ modelInfo(model: {name: "../../../etc/passwd"}) { name } }',
  "a name that is a prototype": '{ modelInfo(model: {name: "__proto__"}) { name } }',
  "a name with a null byte": '{ modelInfo(model: {name: "linear\\u0000"}) { name } }',
  "a name that is SQL": `{ modelInfo(model: {name: "' OR 1=1 --"}) { name } }`,
  "a name that is a script": '{ modelInfo(model: {name: "<script>alert(1)</script>"}) { name } }',
  "a coverage of 1e308": `{ ${PREDICT.replace("predictedHousePrice }", "interval(coverage: 1e308) { lower } }")} }`,
  "a lone surrogate": '{ nothing(a: "\\uD800") }',
  "an escape beyond Unicode": '{ nothing(a: "\\u{FFFFFFFF}") }',
  "a null byte": "{ models\u0000 { name } }",
  "control characters": "{ \u0001\u0002\u001b[2J }",
  "text from right to left": "{ \u202emodels\u202c { name } }",
  "a byte-order mark in the midst": "{ \ufeffmodels \ufeff{ name } }",
  "nothing but blanks": " ".repeat(100_000),
  "nothing but dots": ".".repeat(10_000),
  "nothing but dollars": "$".repeat(10_000),
};

/** Fragments each of which spreads the next one twice. */
function doubling(levels: number, inner = "__typename"): string {
  const fragments = many(levels, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  return `{ ...F0 } ${fragments} fragment F${levels} on Query { ${inner} }`;
}

/** Texts of JSON where a feature, the rows or the model belong. */
const VALUES: Readonly<Record<string, string>> = {
  "1e400": "1e400",
  "-1e400": "-1e400",
  "1e308": "1e308",
  "5e-324": "5e-324",
  "-0": "-0",
  "10,000 digits": "9".repeat(10_000),
  "1,000,000 digits": "9".repeat(1_000_000),
  "10,000 decimals": `0.${"1".repeat(10_000)}`,
  "a text": '"3.5"',
  "the text NaN": '"NaN"',
  "a text of 500 kB": `"${"x".repeat(500_000)}"`,
  null: "null",
  true: "true",
  "an empty list": "[]",
  "an empty object": "{}",
  "a list 1,000 deep": nested(1000, "[", "1", "]"),
  "a list 100,000 deep": nested(100_000, "[", "1", "]"),
  "an object 50,000 deep": nested(50_000, '{"a":', "1", "}"),
  "a list of 100,000": `[${Array(100_000).fill("1").join(",")}]`,
  "an object of 50,000 keys": `{${Array.from({ length: 50_000 }, (_, i) => `"k${i}":1`).join(",")}}`,
  "a toString": '{"toString": 1, "valueOf": 2}',
  "a length": '{"length": 1000000000}',
  "a lone surrogate": '"\\ud800"',
};

/** Texts that are no request at all, though JSON perhaps. */
const JSONS: Readonly<Record<string, string | Buffer>> = {
  nothing: "",
  blanks: " ".repeat(500_000),
  "an object that does not end": '{"query": "{ __typename }"',
  "a text that does not end": '{"query": "{ __typename }',
  "something behind it": '{"query": "{ nothing }"} {"query": "{ nothing }"}',
  "lines of JSON": '{"query": "{ nothing }"}\n{"query": "{ nothing }"}',
  "single quotes": "{'query': '{ nothing }'}",
  "a comment": '{/* */"query": "{ nothing }"}',
  "a number": "1",
  "a text": '"{ nothing }"',
  null: "null",
  "an empty list": "[]",
  "a list of operations": '[{"query": "{ __typename }"}, {"query": "{ __typename }"}]',
  "a list of 20,000 operations": `[${Array(20_000).fill('{"query":"{ __typename }"}').join(",")}]`,
  "200,000 opening brackets": "[".repeat(200_000),
  "a list 200,000 deep": nested(200_000, "[", "", "]"),
  "an object 100,000 deep": nested(100_000, '{"a":', "1", "}"),
  "50,000 keys": `{${Array.from({ length: 50_000 }, (_, i) => `"k${i}":1`).join(",")}, "query": "{ nothing }"}`,
  "the same key twice": '{"query": "{ __typename }", "query": "{ nothing }"}',
  "the same key 10,000 times": `{${Array(10_000).fill('"query": "{ nothing }"').join(",")}}`,
  "a key of 500 kB": `{"${"k".repeat(500_000)}": 1, "query": "{ nothing }"}`,
  "a __proto__": '{"__proto__": {"isAdmin": true}, "query": "{ __typename }"}',
  "an escaped __proto__": '{"\\u005f_proto__": {"isAdmin": true}, "query": "{ __typename }"}',
  "a __proto__ in the variables": '{"variables": {"__proto__": {"x": 1}}, "query": "{ __typename }"}',
  "a constructor.prototype": '{"constructor": {"prototype": {"x": 1}}, "query": "{ __typename }"}',
  "a constructor.prototype in the variables":
    '{"variables": {"constructor": {"prototype": {"x": 1}}}, "query": "{ __typename }"}',
  "a query that is a list": '{"query": ["{ __typename }"]}',
  "a query that is an object": '{"query": {"kind": "Document", "definitions": []}}',
  "a query that is a number": '{"query": 1}',
  "variables that are a text": '{"query": "{ __typename }", "variables": "{}"}',
  "variables that are a list": '{"query": "{ __typename }", "variables": [1]}',
  "extensions that are a text": '{"query": "{ __typename }", "extensions": "{}"}',
  "extensions that are a list": '{"query": "{ __typename }", "extensions": []}',
  "a persisted query that is a number": '{"extensions": {"persistedQuery": 1}}',
  "a persisted query of no version": '{"extensions": {"persistedQuery": {"sha256Hash": "x"}}}',
  "a persisted query of another hash":
    '{"query": "{ __typename }", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "x"}}}',
  "a hash that is an object": '{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": {"a": 1}}}}',
  "a hash of 500 kB": `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "${"0".repeat(500_000)}"}}}`,
  "an operation's name of 500 kB": `{"query": "{ __typename }", "operationName": "${"n".repeat(500_000)}"}`,
  "an operation's name that is a list": '{"query": "{ __typename }", "operationName": []}',
  "a byte-order mark, of a query that is none": '\ufeff{"query": "{ nothing }"}',
  "UTF-16, little end first": Buffer.from('\ufeff{"query": "{ __typename }"}', "utf16le"),
  "UTF-16, big end first": Buffer.from('\ufeff{"query": "{ __typename }"}', "utf16le").swap16(),
  "UTF-16 without a mark": Buffer.from('{"query": "{ __typename }"}', "utf16le"),
  "UTF-32": Buffer.from([...'{"query": "{ __typename }"}'].flatMap((c) => [0, 0, 0, c.charCodeAt(0)])),
  "Latin-1": Buffer.from('{"query": "{ nothing(a: \\"\xe9\\") }"}', "latin1"),
  "an overlong UTF-8": bytesInQuery(0xc0, 0xaf),
  "a lone continuation of UTF-8": bytesInQuery(0x80),
  "a UTF-8 that breaks off": bytesInQuery(0xe2, 0x82),
  "a surrogate in UTF-8": bytesInQuery(0xed, 0xa0, 0x80),
  "bytes that UTF-8 never has": bytesInQuery(0xff, 0xfe, 0xfd),
  "null bytes": Buffer.alloc(10_000),
  "a null byte behind it": '{"query": "{ nothing }"}\u0000',
  "a picture": Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  "gzip that is not declared": gzipSync('{"query": "{ __typename }"}'),
};

/** A request whose query holds these bytes; GraphQL takes them for an unknown character. */
function bytesInQuery(...bytes: number[]): Buffer {
  return Buffer.concat([Buffer.from('{"query": "{ '), Buffer.from(bytes), Buffer.from(' }"}')]);
}

const TYPES = [
  "text/plain",
  "text/html",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/xml",
  "application/graphql",
  "application/octet-stream",
  "application/jsonx",
  "application",
  "/",
  ";",
  "*/*",
  "application/json; charset=utf-16",
  "application/json;".repeat(100),
  "a".repeat(8000),
];

const ENCODINGS = ["gzip", "gzip, gzip", "br", "deflate", "zstd", "x-gzip", "gzip;q=0", "identity, gzip"];

/** 10 MB of blanks, packed twice. */
const BOMB = gzipSync(gzipSync(Buffer.alloc(10_000_000, " ")));

const JSON_TYPE = { "content-type": "application/json" };
const HARMLESS = JSON.stringify({ query: "{ nothing }" });

const HEADERS: readonly (readonly [what: string, headers: Readonly<Record<string, string>>])[] = [
  ["an accept of pictures", { ...JSON_TYPE, accept: "image/png" }],
  ["an accept of 5,000 types", { ...JSON_TYPE, accept: "a/b,".repeat(3000) }],
  ["an accept that is none", { ...JSON_TYPE, accept: ";;;q=x,/" }],
  ["an accept of incremental delivery", { ...JSON_TYPE, accept: "multipart/mixed;deferSpec=20220824" }],
  ["a cookie of 8 kB", { ...JSON_TYPE, cookie: "a=b;".repeat(2000) }],
  ["an address that is none", { ...JSON_TYPE, "x-forwarded-for": "<script>, 999.999.999.999" }],
  [
    "a host that is another's",
    { ...JSON_TYPE, "x-forwarded-host": "example.org", "x-original-url": "/admin" },
  ],
  ["another method", { ...JSON_TYPE, "x-http-method-override": "DELETE" }],
  ["a request id with a line of log", { ...JSON_TYPE, "x-request-id": 'a","level":60,"msg":"hacked' }],
  ["a request id of 8 kB", { ...JSON_TYPE, "x-request-id": "i".repeat(8000) }],
  ["an origin that is null", { ...JSON_TYPE, origin: "null" }],
  ["an authorization of 8 kB", { ...JSON_TYPE, authorization: `Bearer ${"k".repeat(8000)}` }],
];

const LETTERS = "A".repeat(1_970_000);
const UNKNOWN = Object.fromEntries(Array.from({ length: 52 }, (_, i) => [`k${i}`, 1]));
const ALL_LOW =
  '{"medInc":-1e20,"houseAge":-1e20,"aveRooms":-1e20,"aveBedrms":-1e20,"population":-1e20,"aveOccup":-1e20,"latitude":-1e20,"longitude":-1e20}';
const FULL_ROW = { ...ROW, houseAge: 20, aveBedrms: 1, population: 1000, latitude: 37.5, longitude: -122 };

/** What makes the server produce much: errors, messages, answers. */
const PRODUCING: readonly HostileBody[] = [
  { what: "149,999 empty rows", body: batchOf(`[${Array(149_999).fill("{}").join()}]`) },
  { what: "9,999 empty rows", body: batchOf(`[${Array(9_999).fill("{}").join()}]`) },
  {
    what: "long strings and 8,000 nulls",
    body: batchOf(
      JSON.stringify([...Array(10).fill({ ...ROW, medInc: "A".repeat(90_000) }), ...Array(8000).fill(null)]),
    ),
  },
  {
    what: "unknown fields beside a long string",
    body: predictionOf(JSON.stringify({ ...ROW, ...UNKNOWN, houseAge: LETTERS })),
  },
  { what: "an unknown field with a long name", body: predictionOf(`{"${LETTERS}": 1}`) },
  {
    what: "a long name in 100 errors",
    body: documentOf(`query ${LETTERS}(${many(100, (i) => `$v${i}: Int`)}) { __typename }`),
  },
  {
    what: "a long literal",
    body: documentOf(`{ predictHousePrice(input: {medInc: "${LETTERS}"}) { __typename } }`),
  },
  {
    what: "lines between 100 errors",
    body: documentOf(`{ ${many(100, (i) => `f${i}${"\n".repeat(9000)}`)} }`),
  },
  ...[1, 10, 30].map((count) => ({
    what: `${count} messages of 10,000 bad rows`,
    body: batchOf(
      `[${Array(10_000).fill(ALL_LOW).join()}]`,
      `... on InvalidHouseFeatures { ${many(count, (i) => `a${i}: message`)} }`,
    ),
  })),
  {
    what: "all that is wrong with 10,000 bad rows",
    body: batchOf(
      `[${Array(10_000).fill(ALL_LOW).join()}]`,
      "... on InvalidHouseFeatures { index message fields { path message } }",
    ),
  },
  ...[1900, 8000].map((count) => ({
    what: `${count} rows with all contributions`,
    body: batchOf(
      JSON.stringify(Array(count).fill(FULL_ROW)),
      "... on HousePricePrediction { contributions { features label value contribution } }",
    ),
  })),
  {
    what: "10,000 rows with intervals",
    body: batchOf(
      JSON.stringify(Array(10_000).fill(FULL_ROW)),
      "... on HousePricePrediction { predictedHousePrice interval { lower upper } model { name version } }",
    ),
  },
  {
    what: "4,000 rows with warnings",
    body: batchOf(
      JSON.stringify(Array(4000).fill({ ...FULL_ROW, medInc: 900.5, latitude: 1.5 })),
      "... on HousePricePrediction { warnings { code message } }",
    ),
  },
  { what: "245 times the same nested field", body: documentOf(`{ ${many(245, () => "models { name }")} }`) },
  {
    what: "110 fragments of the same field",
    body: documentOf(
      `{ ${many(110, (i) => `...F${i}`)} } ${many(110, (i) => `fragment F${i} on Query { __typename }`)}`,
    ),
  },
];

/** Valid requests for the documents of which the hostile variables are. */
export const VALID_BODIES: readonly string[] = [
  predictionOf(JSON.stringify(ROW)),
  ...PRODUCING.map(({ body }) => body).flatMap((body) => {
    const query =
      typeof body === "string"
        ? /^\{"query": ("(?:[^"\\]|\\.){1,2000}"), "variables"/.exec(body)?.[1]
        : undefined;
    return query?.includes("$inputs")
      ? [`{"query": ${query}, "variables": {"inputs": [${JSON.stringify(ROW)}]}}`]
      : [];
  }),
];

/** All of them. */
export const HOSTILE_BODIES: readonly HostileBody[] = [
  ...Object.entries(DOCUMENTS).map(([what, query]) => ({
    what: `GraphQL: ${what}`,
    body: JSON.stringify({ query }),
  })),
  ...Object.entries(VALUES).flatMap(([what, value]) => [
    { what: `as medInc: ${what}`, body: predictionOf(`{"medInc": ${value}, "aveRooms": 5, "aveOccup": 2}`) },
    { what: `as input: ${what}`, body: predictionOf(value) },
    { what: `as inputs: ${what}`, body: batchOf(value) },
  ]),
  {
    what: "as inputs: 10,000 bad rows",
    body: batchOf(JSON.stringify(Array(10_000).fill({ ...ROW, medInc: -1 }))),
  },
  {
    what: "as inputs: 10,000 rows of texts",
    body: batchOf(JSON.stringify(Array(10_000).fill({ medInc: "x" }))),
  },
  { what: "as inputs: 10,001 rows", body: batchOf(JSON.stringify(Array(10_001).fill(ROW))) },
  { what: "as inputs: 100,000 nulls", body: batchOf(JSON.stringify(Array(100_000).fill(null))) },
  ...Object.entries(JSONS).map(([what, body]) => ({ what: `JSON: ${what}`, body })),
  ...TYPES.map((type) => ({
    what: `type: ${type.slice(0, 40)}`,
    body: HARMLESS,
    headers: { "content-type": type },
  })),
  ...ENCODINGS.map((encoding) => ({
    what: `a bomb packed by ${encoding}`,
    body: BOMB,
    headers: { ...JSON_TYPE, "content-encoding": encoding },
  })),
  ...PRODUCING,
  ...HEADERS.map(([what, headers]) => ({ what: `headers: ${what}`, body: HARMLESS, headers })),
];

function predictionOf(input: string): string {
  const query = "query ($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { baseline } }";
  return `{"query": ${JSON.stringify(query)}, "variables": {"input": ${input}}}`;
}

function documentOf(query: string): string {
  return JSON.stringify({ query });
}

function batchOf(inputs: string, fields = "__typename"): string {
  const query = `query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { ${fields} } }`;
  return `{"query": ${JSON.stringify(query)}, "variables": {"inputs": ${inputs}}}`;
}
