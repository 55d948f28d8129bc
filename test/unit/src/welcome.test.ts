import { hostInUrl, printWelcome } from "../../../src/welcome";

it.each([
  ["127.0.0.1", "localhost"],
  ["localhost", "localhost"],
  ["0.0.0.0", "localhost"],
  ["::", "localhost"],
  ["0:0:0:0:0:0:0:0", "localhost"],
  ["192.0.2.2", "192.0.2.2"],
  ["127.0.0.2", "127.0.0.2"],
  ["::1", "[::1]"],
  ["2001:db8::7", "[2001:db8::7]"],
  ["fe80::1%eth0", "[fe80::1%eth0]"],
  ["house-prices.example", "house-prices.example"],
])("a server that listens on %s is reached at %s", (host, inUrl) => {
  expect(hostInUrl(host)).toBe(inUrl);
});

it("the address in the banner and the one that curl gets are the same", () => {
  const log = jest.spyOn(console, "log").mockImplementation(() => undefined);
  printWelcome("192.0.2.2", 4311);
  const text = String(log.mock.calls[0][0]);
  expect(text).toContain("listens on http://192.0.2.2:4311/graphql ");
  expect(text).toContain("curl -s 'http://192.0.2.2:4311/graphql'");
  expect(text).not.toContain("localhost");
  log.mockRestore();
});
