import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import fc from "fast-check";
import { ClientAddresses, normalizeAddress } from "../../../../src/http/client-address";

describe("normalizeAddress", () => {
  it.each([
    ["203.0.113.3", "203.0.113.3"],
    [" 203.0.113.3 ", "203.0.113.3"],
    ["203.0.113.3:5000", "203.0.113.3"],
    ["2001:db8::1", "2001:db8::1"],
    ["2001:DB8:0:0::0:1", "2001:db8::1"],
    ["[2001:db8::1]", "2001:db8::1"],
    ["[2001:db8::1]:5000", "2001:db8::1"],
    ["::ffff:203.0.113.3", "203.0.113.3"],
    ["::FFFF:cb00:7103", "203.0.113.3"],
    ["[::ffff:203.0.113.3]:5000", "203.0.113.3"],
    ["fe80::1%eth0", "fe80::1"],
    ["[fe80::1%25eth0]:80", "fe80::1"],
  ])("when it is given %s, then it gives %s", (text, address) => {
    expect(normalizeAddress(text)).toBe(address);
  });

  it.each([
    "",
    "unknown",
    "_hidden",
    "127.1",
    "0x7f.0.0.1",
    "203.0.113.3:",
    "203.0.113.3:x",
    "[203.0.113.3]:1",
    "[]",
    "[::1",
    "::1]:1",
    "1.2.3.4.5",
    "a:b:c",
  ])("when it is given %j, then it gives nothing", (text) => {
    expect(normalizeAddress(text)).toBeUndefined();
  });

  it("when it is given any text, then it does not throw, and its result is a fixed point", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.ipV4(),
          fc.ipV6(),
          fc.ipV6().map((ip) => `[${ip}]:80`),
        ),
        (text) => {
          const address = normalizeAddress(text);
          if (address !== undefined) expect(normalizeAddress(address)).toBe(address);
        },
      ),
    );
  });

  it("when an address comes with any port, then it is the same address", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 0, max: 65_535 }), (ip, port) => {
        const withPort = ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
        expect(normalizeAddress(ip)).toBeDefined();
        expect(normalizeAddress(withPort)).toBe(normalizeAddress(ip));
      }),
    );
  });
});

describe("ClientAddresses", () => {
  const addresses = new ClientAddresses(["10.0.0.0/8", "fd00::/8", "192.0.2.7"]);

  function from(remoteAddress: string, forwarded?: string): IncomingMessage {
    const socket = new Socket();
    Object.defineProperty(socket, "remoteAddress", { value: remoteAddress });
    const request = new IncomingMessage(socket);
    if (forwarded !== undefined) request.headers["x-forwarded-for"] = forwarded;
    return request;
  }

  it.each([
    ["a client that connects itself", "203.0.113.3", undefined, "203.0.113.3"],
    ["a client that says that it is a proxy", "203.0.113.3", "198.51.100.1", "203.0.113.3"],
    ["a client behind a proxy", "10.0.0.1", "203.0.113.3", "203.0.113.3"],
    ["a client behind a proxy by IPv6", "::ffff:10.0.0.1", "203.0.113.3:5000", "203.0.113.3"],
    ["a client behind two proxies with ports", "192.0.2.7", "203.0.113.3:5000, 10.2.3.4:443", "203.0.113.3"],
    ["a client behind a proxy with an IPv6 port", "fd00::1", "[2001:db8::1]:5000", "2001:db8::1"],
    ["a client that forges the beginning", "10.0.0.1", "1.1.1.1, 203.0.113.3", "203.0.113.3"],
    ["proxies alone", "10.0.0.1", "10.0.0.2, 10.0.0.3", "10.0.0.2"],
    ["garbage", "10.0.0.1", "nonsense", "10.0.0.1"],
    ["garbage before a proxy", "10.0.0.1", "unknown, 10.0.0.9", "10.0.0.9"],
    ["nothing", "10.0.0.1", "", "10.0.0.1"],
  ])("when there is %s, then it names one address", (_what, remote, forwarded, client) => {
    expect(addresses.of(from(remote, forwarded))).toBe(client);
  });

  it("when a trusted proxy passes on garbage, then all of it is one client", () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[\d:]/.test(text)),
        (garbage) => {
          expect(addresses.of(from("10.0.0.1", garbage))).toBe("10.0.0.1");
        },
      ),
    );
  });

  it("when thousands of proxies are named, then only some are followed", () => {
    expect(addresses.of(from("10.0.0.1", `203.0.113.3,${"10.0.0.2,".repeat(1500)}10.0.0.3`))).toBe(
      "10.0.0.2",
    );
  });

  it("when every address is trusted, then it is the first that is named", () => {
    expect(new ClientAddresses(["0.0.0.0/0"]).of(from("10.0.0.1", "8.8.8.8, 9.9.9.9"))).toBe("8.8.8.8");
  });
});
