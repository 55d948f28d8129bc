import { originForm } from "../../../../src/connections/request-target";

it.each([
  ["/graphql?a=b", "/graphql?a=b"],
  ["//example.org/graphql", "//example.org/graphql"],
  ["http://example.org/graphql?a=b", "/graphql?a=b"],
  ["HTTPS://example.org:443/healthz", "/healthz"],
  ["http://example.org", "/"],
  ["http://example.org?a=b", "/?a=b"],
  ["*", "*"],
  ["ftp://example.org/x", "ftp://example.org/x"],
  [undefined, "/"],
])("when the target is %s, then path and query are %s", (target, path) => {
  expect(originForm(target)).toBe(path);
});
