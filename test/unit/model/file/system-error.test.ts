import { readFile } from "node:fs/promises";
import { isAbsence, systemErrorCode } from "../../../../model/file/system-error";

const errorOf = (path: string) =>
  readFile(path).then(
    () => undefined,
    (error: unknown) => error,
  );

it("an error of the system is told by its code", async () => {
  expect(systemErrorCode(await errorOf("/does/not/exist"))).toBe("ENOENT");
  expect(systemErrorCode(await errorOf("/"))).toBe("EISDIR");
});

it.each([
  [new TypeError("no"), "TypeError: no"],
  ["a text", "a text"],
  [null, "null"],
  [undefined, "undefined"],
])("any other, such as %p, is told as it is", (error, text) => {
  expect(systemErrorCode(error)).toBe(text);
});

it("a file is absent if it or a folder above it does not exist", async () => {
  expect(isAbsence(await errorOf("/does/not/exist"))).toBe(true);
  expect(isAbsence(await errorOf("package.json/file"))).toBe(true);
  expect(isAbsence(await errorOf("/"))).toBe(false);
  expect(isAbsence(undefined)).toBe(false);
});
