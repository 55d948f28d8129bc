import { execFileSync } from "node:child_process";
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
  printWelcome("192.0.2.2", 4311, "{ rooms: 5 }");
  const text = String(log.mock.calls[0][0]);
  expect(text).toContain("listens on http://192.0.2.2:4311/graphql ");
  expect(text).toContain("curl -s 'http://192.0.2.2:4311/graphql'");
  expect(text).not.toContain("localhost");
  log.mockRestore();
});

it("the query in the banner is one word of the shell, whatever is in it", () => {
  const log = jest.spyOn(console, "log").mockImplementation(() => undefined);
  printWelcome("localhost", 4311, `{ area: "St Anne's", sold: "2024-05-31" }`);
  const [, body] = /-d (.*)$/m.exec(String(log.mock.calls[0][0])) ?? [];
  log.mockRestore();
  const printed = execFileSync("sh", ["-c", `printf %s ${body}`]).toString();
  expect(JSON.parse(printed)).toEqual({
    query: `{ predictHousePrice(input: { area: "St Anne's", sold: "2024-05-31" }) { predictedHousePrice } }`,
  });
});
