import fastify, { type FastifyInstance } from "fastify";
import { usePlainBodies } from "../../../../src/http/plain-bodies";

let app: FastifyInstance;

beforeEach(() => {
  app = fastify();
  usePlainBodies(app);
  app.post("/", async () => "");
});

const post = (headers: Record<string, string>) => app.inject({ method: "POST", url: "/", headers });

it.each([{}, { "content-encoding": "identity" }, { "content-encoding": "Identity" }])(
  "a body that is not compressed is accepted: %j",
  async (headers) => {
    expect((await post(headers)).statusCode).toBe(200);
  },
);

it.each(["gzip", "GZIP", "identity, gzip", "br"])("a compressed one is refused: %s", async (encoding) => {
  const answer = await post({ "content-encoding": encoding });
  const message = `The request body must not be compressed, but its content-encoding is ${encoding}.`;
  expect([answer.statusCode, answer.json()]).toEqual([
    415,
    { errors: [{ message, extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }] },
  ]);
});
