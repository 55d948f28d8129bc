import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { hasLogic } from "../support/source-logic";
import testedElsewhere from "./tested-elsewhere.json";

const ROOMS = ["src", "schema", "cli", "model", "training", "export"];

/** How many sources are tested under another name. The number may only fall. */
const MOST_TESTED_ELSEWHERE = 13;

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));

const sources = ROOMS.flatMap(filesOf).filter((path) => path.endsWith(".ts"));

const unitTestOf = (source: string) => join("test/unit", source.replace(/\.ts$/, ".test.ts"));

/** Tests of whole servers and processes: they are named by the feature, without its folder. */
const stories = new Set(
  ["integration", "contract", "system"].flatMap((kind) => readdirSync(join("test", kind))),
);

const hasOwnTest = (source: string) =>
  existsSync(unitTestOf(source)) || stories.has(basename(unitTestOf(source)));

const withoutOwnTest = sources.filter(
  (source) => !hasOwnTest(source) && hasLogic(readFileSync(source, "utf8")),
);

describe("a source file that decides or repeats something", () => {
  it("has a test file of its name, or is on the list of those that another test covers", () => {
    expect(withoutOwnTest.filter((source) => !(source in testedElsewhere))).toEqual([]);
  });
});

describe("the list of sources that another test covers", () => {
  it("names only sources that have logic and no test of their name", () => {
    const needed = new Set(withoutOwnTest);

    expect(Object.keys(testedElsewhere).filter((source) => !needed.has(source))).toEqual([]);
  });

  it("names a test that exists, and a reason", () => {
    const lacking = Object.entries(testedElsewhere).filter(
      ([, { test, reason }]) => !existsSync(test) || !/\w+\.$/.test(reason),
    );
    expect(lacking).toEqual([]);
  });

  it("only gets shorter", () => {
    expect(Object.keys(testedElsewhere).length).toBeLessThanOrEqual(MOST_TESTED_ELSEWHERE);
  });
});

describe("test/unit", () => {
  it("has no folder that the sources lack", () => {
    const folders = new Set(
      filesOf("test/unit")
        .filter((path) => path.endsWith(".test.ts"))
        .map(dirname),
    );
    const ofSources = [...folders].map((folder) => folder.replace(/^test\/unit\/?/, "./"));

    expect(ofSources.filter((folder) => !existsSync(folder))).toEqual([]);
  });
});

describe("logic", () => {
  it.each([
    ["a type", "export interface A { readonly b?: string | undefined }"],
    ["a constant", "export const limits = { rows: 1000, names: ['a', 'b'] };"],
    ["a function that only calls another", "export const seconds = (t: number) => Math.round(t / 1000);"],
    ["a decorated class", "@ObjectType() export class A { @Field(() => Int) b!: number }"],
  ])("is not in %s", (_what, source) => {
    expect(hasLogic(source)).toBe(false);
  });

  it.each([
    ["a branch", "export const sign = (x: number) => (x < 0 ? -1 : 1);"],
    ["a default", "export const nameOf = (a?: string) => a ?? 'none';"],
    ["a loop", "export function run(f: () => boolean) { while (f()); }"],
    ["a loop over the elements of an array", "export const doubled = (a: number[]) => a.map((x) => 2 * x);"],
    ["a refusal", "export function no(): never { throw new Error('no'); }"],
    ["a method", "class A { get b() { return this.c && this.d; } }"],
  ])("is in %s", (_what, source) => {
    expect(hasLogic(source)).toBe(true);
  });
});
