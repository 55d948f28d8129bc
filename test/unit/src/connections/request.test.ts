import { Socket } from "node:net";
import { ByteBudget, Holding } from "../../../../src/connections/byte-budget";
import { Request } from "../../../../src/connections/request";

/** A request with these headers, and what its connection knows of its body. */
function requestWith(headers: Record<string, string>) {
  const socket = new Socket();
  const request = new Request(socket);
  Object.assign(request.headers, headers);
  const body = new Holding(socket, new ByteBudget(1e9));
  request.countBody(body);
  return { request, body };
}

describe("the received part of a body", () => {
  it.each([{ "content-length": "16385" }, { "transfer-encoding": "chunked" }])(
    "when it may be large, is counted until it is complete: %j",
    (headers) => {
      const { request, body } = requestWith(headers);
      request.push(Buffer.alloc(10));
      expect(body.bytes).toBe(10);
      request.push(Buffer.alloc(5));
      expect(body.bytes).toBe(15);
      request.push(null);
      expect(body.bytes).toBe(0);
      expect(request.read()).toHaveLength(15);
    },
  );

  it.each([{}, { "content-length": "0" }, { "content-length": "16384" }])(
    "when it is small, is not: %j",
    (headers) => {
      const { request, body } = requestWith(headers);
      request.push(Buffer.alloc(10));
      expect(body.bytes).toBe(0);
      request.push(null);
      expect(request.read()).toHaveLength(10);
    },
  );
});
