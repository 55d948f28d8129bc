import { FixedHead } from "../../../../src/http/fixed-head";

const PARTS = { contentType: "application/json", bytes: 7, requestId: undefined };

let now: number;

beforeEach(() => {
  now = Date.UTC(2026, 0, 2, 3, 4, 5, 0);
  jest.spyOn(Date, "now").mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

describe("the head of an answer", () => {
  it("has the shared headers, the date, and those of the answer", () => {
    const head = new FixedHead({ vary: "Origin", "x-a": "b" }, 72_000);
    expect(head.of(PARTS)).toBe(
      [
        "HTTP/1.1 200 OK",
        "vary: Origin",
        "x-a: b",
        "connection: keep-alive",
        "keep-alive: timeout=72",
        "date: Fri, 02 Jan 2026 03:04:05 GMT",
        "content-type: application/json",
        "content-length: 7",
        "\r\n",
      ].join("\r\n"),
    );
  });

  it("has the id of its request", () => {
    expect(new FixedHead({}, 1000).of({ ...PARTS, requestId: "r1" })).toBe(
      "HTTP/1.1 200 OK\r\nconnection: keep-alive\r\nkeep-alive: timeout=1\r\ndate: Fri, 02 Jan 2026 03:04:05 GMT\r\nx-request-id: r1\r\ncontent-type: application/json\r\ncontent-length: 7\r\n\r\n",
    );
  });

  it("has the second at which it is written", () => {
    const head = new FixedHead({}, 1000);
    const seconds = [0, 999, 1000, 61_000].map((later) => {
      now = Date.UTC(2026, 0, 2, 3, 4, 5, 0) + later;
      return /date: .*(..:..) GMT/.exec(head.of(PARTS))?.[1];
    });
    expect(seconds).toEqual(["04:05", "04:05", "04:06", "05:06"]);
  });
});
