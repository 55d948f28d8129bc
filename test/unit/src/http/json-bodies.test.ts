import fastify, { type FastifyInstance } from "fastify";
import { arrayIn, parseWhole, useJsonBodies } from "../../../../src/http/json-bodies";

let app: FastifyInstance;

beforeEach(() => {
  app = fastify({ bodyLimit: 1e7 });
  useJsonBodies(app);
  app.post("/", async ({ body }) => ({ body }));
});

async function received(payload: string) {
  const headers = { "content-type": "application/json" };
  const answer = await app.inject({ method: "POST", url: "/", headers, payload });
  return answer.statusCode === 200 ? answer.json().body : answer.statusCode;
}

describe("a body of JSON", () => {
  it.each(['{"a":[1,null,"é"]}', "[]", "7", "null", '""'])("is what it says: %s", async (text) => {
    expect(await received(text)).toEqual(JSON.parse(text));
  });

  it.each(["x", "é"])(
    "when it is as large as is looked at for ASCII, then it is as well: %s",
    async (letter) => {
      for (const bytes of [4095, 4096, 4097, 9000]) {
        const text = JSON.stringify(`${"x".repeat(bytes - 4)}${letter}`);
        expect(await received(text)).toBe(JSON.parse(text));
      }
    },
  );

  it("when it is a large batch, then it is what JSON.parse makes of it", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({ rooms: i, name: `a ${i}` }));
    expect(await received(JSON.stringify({ variables: { inputs: rows }, query: "{ a }" }))).toEqual({
      variables: { inputs: rows },
      query: "{ a }",
    });
  });

  it.each(["{", "", "{'a':1}", "undefined", '{"a":1}}'])(
    "when it is not JSON, then it is refused: %s",
    async (text) => {
      expect(await received(text)).toBe(400);
    },
  );

  it.each([
    '{"__proto__":{"a":1}}',
    '{"a":{"__proto__":{}}}',
    '{"constructor":{"prototype":{}}}',
    '{"\\u005f\\u005fproto__":{"a":1}}',
  ])("when a key would set a prototype, then it is refused: %s", async (text) => {
    expect(await received(text)).toBe(400);
  });

  it.each(['{"a":"__proto__"}', '{"a":"constructor"}', '{"a":"\\u00e9"}'])(
    "when only a value looks like that, then it is not: %s",
    async (text) => {
      expect(await received(text)).toEqual(JSON.parse(text));
    },
  );

  it("when it is broken and large, then it is refused as well", async () => {
    const rows = Array.from({ length: 20_000 }, () => '{"a":1}').join(",");
    expect(await received(`{"inputs":[${rows},{"a":}]}`)).toBe(400);
    expect(await received(`{"inputs":[${rows},{"__proto__":{}}]}`)).toBe(400);
  });
});

describe("a body that is parsed before Fastify", () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ["{", undefined],
    ['{"a":"__proto__"}', undefined],
    ['{"a":"constructor"}', undefined],
    ['{"a":"\\u00e9"}', undefined],
  ])("%s is %j", (text, value) => {
    expect(parseWhole(Buffer.from(text))).toEqual(value);
  });

  it("when it is large and mostly one array, then its items come later", () => {
    const rows = Array.from({ length: 20_000 }, () => ({ a: 1 }));
    const array = arrayIn(Buffer.from(JSON.stringify({ inputs: rows })));
    expect(array?.around).toEqual({ inputs: [] });
    expect(array?.fill()).toBe(true);
    expect(array?.around).toEqual({ inputs: rows });
    expect(arrayIn(Buffer.from('{"inputs":[{"a":1}]}'))).toBeUndefined();
  });
});
