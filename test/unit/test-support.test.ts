import { blocksOf } from "../support/markdown-blocks";
import { differenceFromShown } from "../support/resembles";

it("finds the blocks of a Markdown text, with their headings", () => {
  const text = "# A\n\n```sh\nls\n```\n\n## B\n\ntext\n\n```json\n{\n}\n```\n";
  expect(blocksOf(text)).toEqual([
    { language: "sh", text: "ls\n", heading: "A" },
    { language: "json", text: "{\n}\n", heading: "B" },
  ]);
});

it.each([
  [
    { a: 1, b: ["x", "…"] },
    { a: 1 + 1e-12, b: ["x", "y", "z"] },
  ],
  [{ sha256: "…" }, { sha256: "abc" }],
  [{ a: null }, { a: null }],
])("takes %j for what is shown of %j", (shown, actual) => {
  expect(differenceFromShown(shown, actual)).toBeUndefined();
});

it.each([
  [{ a: 1 }, { a: 1.001 }, "answer.a: shown 1, but it is 1.001"],
  [{ a: 1 }, { a: 1, b: 2 }, 'answer: shown ["a"], but it is ["a","b"]'],
  [["x"], ["x", "y"], 'answer: shown ["x"], but it is ["x","y"]'],
  [{ sha256: "…" }, { sha256: 7 }, 'answer.sha256: shown "…", but it is 7'],
  [{ a: "x" }, null, 'answer: shown {"a":"x"}, but it is null'],
])("tells where %j differs from %j", (shown, actual, difference) => {
  expect(differenceFromShown(shown, actual)).toBe(difference);
});
