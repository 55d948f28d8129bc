import { Answer } from "../../../../src/connections/answer";
import { ByteBudget, Holding } from "../../../../src/connections/byte-budget";
import { Request } from "../../../../src/connections/request";
import { Wire } from "../../../support/wire";

const HEAD = "HTTP/1.1 200 OK\r\n\r\n";

let wire: Wire;
let unread: Holding;

beforeEach(() => {
  wire = new Wire();
  unread = new Holding(wire, new ByteBudget(1e9));
});

function answerTo(method = "POST"): Answer {
  const request = new Request(wire);
  Object.assign(request, { method, httpVersionMajor: 1, httpVersionMinor: 1 });
  const answer = new Answer(request);
  answer.owner = { socket: wire, unread, held: [] };
  answer.assignSocket(wire);
  return answer;
}

/** Sends an answer, and waits until it is written. */
const finished = (answer: Answer, end: () => void) =>
  new Promise<void>((resolve) => {
    answer.on("finish", () => resolve());
    end();
  });

describe("an answer with a prepared head", () => {
  it.each(["short", "", "x".repeat(4095), "x".repeat(16_384)])(
    "when its body is a short text, then both are one piece",
    async (body) => {
      const answer = answerTo();
      await finished(answer, () => answer.endWithHead(HEAD, [body]));
      expect(wire.pieces.map(({ text }) => text)).toEqual([`${HEAD}${body}`]);
    },
  );

  it.each(["größer", "é".repeat(5000), "x".repeat(16_385), "x".repeat(100_000)])(
    "when its body is another text, then it follows",
    async (body) => {
      const answer = answerTo();
      await finished(answer, () => answer.endWithHead(HEAD, [body]));
      expect(wire.text).toBe(`${HEAD}${body}`);
    },
  );

  it("when its body has several pieces, then they follow in order", async () => {
    const answer = answerTo();
    await finished(answer, () => answer.endWithHead(HEAD, ["a", Buffer.from("b"), "ü", "d"]));
    expect(wire.text).toBe(`${HEAD}abüd`);
  });
});

describe("an answer whose head Node.js writes", () => {
  it.each([
    ["x".repeat(4095), "utf8"],
    ["x".repeat(4096), "latin1"],
    ["x".repeat(20_000), "latin1"],
    ["é".repeat(4096), "utf8"],
  ])("is written in the encoding that takes least memory", async (body, encoding) => {
    const answer = answerTo();
    await finished(answer, () => answer.end(body));
    expect(wire.text.slice(wire.text.indexOf("\r\n\r\n") + 4)).toBe(body);
    expect(wire.pieces.find(({ text }) => text.endsWith(body))?.encoding).toBe(encoding);
  });

  it("when it is in chunks, then the body is not put into the head", async () => {
    const answer = answerTo();
    answer.writeHead(200);
    await finished(answer, () => answer.end("abc"));
    expect(wire.text).toMatch(/\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n$/i);
  });

  it("when it has begun, then its end follows", async () => {
    const answer = answerTo();
    answer.writeHead(200, { "content-length": 6 });
    answer.write("abc");
    await finished(answer, () => answer.end("def"));
    expect(wire.text).toMatch(/content-length: 6\r\n.*\r\n\r\nabcdef$/s);
  });

  it("when the request is a HEAD, then it has no body", async () => {
    const answer = answerTo("HEAD");
    answer.writeHead(200, { "content-length": 3 });
    await finished(answer, () => answer.end("abc"));
    expect(wire.text).toMatch(/content-length: 3\r\n.*\r\n\r\n$/s);
  });

  it("may have an encoding", async () => {
    const answer = answerTo();
    await new Promise<void>((done) => answer.end("616263", "hex", done));
    expect(wire.text).toMatch(/\r\n\r\nabc$/);
  });

  it.each(["abc", "x".repeat(4096)])("tells when it is written", async (body) => {
    const answer = answerTo();
    await new Promise<void>((done) => answer.end(body, done));
    expect(wire.text.endsWith(body)).toBe(true);
  });
});

describe("the part of an answer that the client has not read", () => {
  it("when the operating system has accepted all, then it is nothing", () => {
    answerTo().endWithHead(HEAD, ["abc"]);
    expect(unread.bytes).toBe(0);
  });

  it("when it has not, then it is counted", () => {
    wire.accepts = false;
    answerTo().endWithHead(HEAD, ["abc"]);
    expect(unread.bytes).toBe(HEAD.length + 3);
  });
});
