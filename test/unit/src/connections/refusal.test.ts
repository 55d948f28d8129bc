import { NO_TUNNEL, refusalOf, refusalText } from "../../../../src/connections/refusal";

describe("the refusal of what Node's parser cannot read", () => {
  it.each([
    ["ERR_HTTP_REQUEST_TIMEOUT", 408, "REQUEST_TIMEOUT"],
    ["HPE_HEADER_OVERFLOW", 431, "HEADERS_TOO_LARGE"],
    ["HPE_CHUNK_EXTENSIONS_OVERFLOW", 413, "PAYLOAD_TOO_LARGE"],
    ["HPE_INVALID_EOF_STATE", 400, "BAD_REQUEST"],
    ["HPE_PAUSED_H2_UPGRADE", 505, "HTTP_VERSION_NOT_SUPPORTED"],
    ["HPE_INVALID_VERSION", 505, "HTTP_VERSION_NOT_SUPPORTED"],
    ["HPE_INVALID_METHOD", 400, "BAD_REQUEST"],
    [undefined, 400, "BAD_REQUEST"],
  ])("for %s is %d %s", (nodeCode, status, code) => {
    expect(refusalOf(nodeCode)).toMatchObject({ status, code });
  });

  it("when the client hung up, then nobody is there to read it", () => {
    expect(refusalOf("HPE_INVALID_EOF_STATE").abandoned).toBe(true);
    expect(refusalOf("HPE_INVALID_METHOD").abandoned).toBeUndefined();
  });
});

describe("a refusal as it is sent", () => {
  it("is a whole answer, which closes the connection", () => {
    const body = JSON.stringify({ errors: [{ message: "Größer.", extensions: { code: "BAD_REQUEST" } }] });
    // Two letters take two bytes each.
    const length = body.length + 2;
    expect(refusalText({ status: 400, code: "BAD_REQUEST", message: "Größer.", headers: "A: b\r\n" })).toBe(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${length}\r\nA: b\r\nConnection: close\r\n\r\n${body}`,
    );
  });

  it("has the sentence of its code, and no other headers", () => {
    const [head, body] = refusalText({ status: 408, code: "REQUEST_TIMEOUT" }).split("\r\n\r\n");
    expect(head.split("\r\n").map((line) => line.split(":")[0])).toEqual([
      "HTTP/1.1 408 Request Timeout",
      "Content-Type",
      "Content-Length",
      "Connection",
    ]);
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: "REQUEST_TIMEOUT" } }],
    });
  });

  it("of a tunnel tells what is allowed", () => {
    expect(refusalText(NO_TUNNEL)).toMatch(
      /^HTTP\/1.1 405 Method Not Allowed\r\n.*\r\nAllow: GET, HEAD, POST\r\nConn/s,
    );
    expect(refusalText(NO_TUNNEL)).toContain('"This server is not a proxy and does not support CONNECT."');
  });
});
