import { parse } from "graphql";
import { DocumentStore } from "../../../../src/graphql/document-store";

const document = (name: string, length: number) => parse(`{ ${name} }`.padEnd(length));

async function has(store: DocumentStore, ...keys: string[]): Promise<boolean[]> {
  return Promise.all(keys.map(async (key) => (await store.get(key)) !== undefined));
}

describe("the store of parsed documents", () => {
  it("when a document was stored, then it is given back as it was, until it is deleted", async () => {
    const store = new DocumentStore();
    const stored = document("models", 10);
    await store.set("a", stored);
    expect(await store.get("a")).toBe(stored);
    expect(await store.delete("a")).toBe(true);
    expect(await store.get("a")).toBeUndefined();
    expect(await store.delete("a")).toBe(false);
  });

  it("when it is full, then the document that was not asked for the longest time goes", async () => {
    const store = new DocumentStore();
    const eighth = 16 * 1024;
    const keys = ["a", "b", "c", "d", "e", "f", "g", "h"];
    for (const key of keys) await store.set(key, document(key, eighth));
    expect(await has(store, ...keys)).toEqual(keys.map(() => true));
    await store.get("a");
    await store.set("i", document("i", 10));
    expect(await has(store, "a", "b", "c", "i")).toEqual([true, false, true, true]);
  });

  it("when the same document is stored again and again, then it takes its room once", async () => {
    const store = new DocumentStore();
    await store.set("a", document("a", 1000));
    for (let i = 0; i < 100; i++) await store.set("b", document("b", 16 * 1024));
    expect(await has(store, "a", "b")).toEqual([true, true]);
  });

  it("when a document is large, or its text is not known, then it is not kept", async () => {
    const store = new DocumentStore();
    await store.set("large", document("a", 16 * 1024 + 1));
    await store.set("bare", parse("{ a }", { noLocation: true }));
    expect(await has(store, "large", "bare")).toEqual([false, false]);
  });
});
