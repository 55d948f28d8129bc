import { version } from "../../../package.json";
import { VERSION } from "../../../src/version";

test("when the server tells its version, then it is that of the package", () => {
  expect(VERSION).toBe(version);
});
