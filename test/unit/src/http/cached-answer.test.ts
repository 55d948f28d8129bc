import fastify from "fastify";
import { type CachedAnswer, SCRIPTLESS_POLICY, sendCached } from "../../../../src/http/cached-answer";
import { entityTagOf } from "../../../../src/http/entity-tag";

const ANSWER: CachedAnswer = { type: "text/plain; charset=utf-8", body: "a page", policy: SCRIPTLESS_POLICY };

function ask(answer: CachedAnswer, ifNoneMatch?: string) {
  const app = fastify();
  app.get("/", (request, reply) => sendCached(request, reply, answer));
  return app.inject({ url: "/", headers: ifNoneMatch === undefined ? {} : { "if-none-match": ifNoneMatch } });
}

describe("an answer that clients may keep", () => {
  it("has its type and a tag, and must be revalidated", async () => {
    const { statusCode, headers, body } = await ask(ANSWER);
    expect([statusCode, body]).toEqual([200, "a page"]);
    expect(headers).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      etag: entityTagOf("a page"),
      "cache-control": "public, max-age=0, must-revalidate",
      "referrer-policy": "no-referrer",
      "content-security-policy":
        "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it("when the client has it, then it is not sent again", async () => {
    const { statusCode, headers, body } = await ask(ANSWER, entityTagOf("a page"));
    expect([statusCode, body, headers.etag]).toEqual([304, "", entityTagOf("a page")]);
    expect((await ask(ANSWER, entityTagOf("another page"))).statusCode).toBe(200);
  });

  it("when it brings its tag, then that one counts", async () => {
    const answer = { ...ANSWER, etag: '"mine"' };
    expect((await ask(answer)).headers.etag).toBe('"mine"');
    expect((await ask(answer, '"mine"')).statusCode).toBe(304);
  });
});
