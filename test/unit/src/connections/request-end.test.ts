import fastify from "fastify";
import { Answer } from "../../../../src/connections/answer";
import { ByteBudget } from "../../../../src/connections/byte-budget";
import { Connections } from "../../../../src/connections/connections";
import type { EndedRequest } from "../../../../src/connections/ended-request";
import { Request } from "../../../../src/connections/request";
import { RequestEnds, useRequestEnds } from "../../../../src/connections/request-end";
import { Wire } from "../../../support/wire";

const ENDED: EndedRequest = {
  id: "r1",
  method: "GET",
  url: "/x",
  operationName: undefined,
  rootField: undefined,
  apiKeyName: undefined,
  span: undefined,
  predictions: undefined,
  routeOptions: {},
};

let ends: RequestEnds;
let told: [listener: string, url: string, status: number, durationMs: number][];

beforeEach(() => {
  ends = new RequestEnds();
  told = [];
  for (const name of ["a", "b"]) {
    ends.add((request, status, durationMs) => void told.push([name, request.url, status, durationMs]));
  }
});

describe("the end of a request on a connection", () => {
  const answer = () => new Answer(new Request(new Wire()));

  it("is told to every listener, with its status and duration", () => {
    const ended = answer();
    ended.ending = ENDED;
    ended.begunAt = performance.now() - 1000;
    ends.tell(ended, 499);
    expect(told).toEqual([
      ["a", "/x", 499, expect.any(Number)],
      ["b", "/x", 499, expect.any(Number)],
    ]);
    expect(told[0][3]).toBeGreaterThanOrEqual(1000);
  });

  it("when the request was never known, then nothing is told", () => {
    ends.tell(answer(), 200);
    ends.tell(undefined, 200);
    expect(told).toEqual([]);
  });
});

describe("the end of a request without a connection", () => {
  it("is told once, when its answer is written", async () => {
    const app = fastify();
    const connections = new Connections({ unreadAnswers: new ByteBudget(1), bodies: new ByteBudget(1) });
    const onEnd = useRequestEnds(app, connections, ends);
    onEnd((_request, status) => void told.push(["c", "", status, 0]));
    app.get("/x", (_request, reply) => reply.code(418).send(""));
    await app.inject("/x");
    expect(told).toEqual([
      ["a", "/x", 418, expect.any(Number)],
      ["b", "/x", 418, expect.any(Number)],
      ["c", "", 418, 0],
    ]);
  });
});
