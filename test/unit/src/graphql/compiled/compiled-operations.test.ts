import { buildSchema, parse } from "graphql";
import { ModelCatalogue } from "../../../../../model/registry/catalogue";
import type { GraphQLContext } from "../../../../../schema/context";
import { CompiledOperations } from "../../../../../src/graphql/compiled/compiled-operations";
import { committedModels } from "../../../../support/committed-models";

const SIGHTINGS = 5;

const schema = buildSchema("type Query { twice(of: Int! = 1): Int! later: Int fails: Int }");
const fields = schema.getQueryType()?.getFields() ?? {};
fields.twice.resolve = (_root, { of }: { readonly of: number }) => 2 * of;
fields.later.resolve = () => Promise.resolve(1);
fields.fails.resolve = () => {
  throw new Error("no");
};

let context: GraphQLContext;
let operations: CompiledOperations;

beforeAll(async () => {
  context = { catalogue: new ModelCatalogue(await committedModels()) };
});
beforeEach(() => {
  operations = new CompiledOperations(schema);
});

async function learn(source: string, times = SIGHTINGS): Promise<void> {
  for (let i = 0; i < times; i++) await operations.learn(source, parse(source));
}

describe("an operation", () => {
  it("when it was executed five times, then it is compiled; before, it is not", async () => {
    const source = "{ twice(of: 3) }";
    await learn(source, SIGHTINGS - 1);
    expect(operations.find(source)).toBeUndefined();
    await learn(source, 1);
    const compiled = operations.find(source);
    expect(compiled?.execute(context, {})).toEqual({ data: { twice: 6 } });
    expect(compiled?.print({ data: { twice: 6 } })).toBe('{"data":{"twice":6}}\n');
  });

  it("when others come in between, then their sightings and texts are told apart", async () => {
    const texts = ["{ a: twice }", "{ b: twice }", "{ c: twice }"];
    for (let i = 0; i < SIGHTINGS; i++) for (const text of texts) await learn(text, 1);
    for (const text of [...texts, ...texts].reverse()) {
      expect(operations.find(text)?.operation).toMatchObject({
        selectionSet: { selections: [{ alias: { value: text[2] } }] },
      });
    }
    expect(operations.find("{ d: twice }")).toBeUndefined();
  });

  it("when it cannot be compiled, then it is never found", async () => {
    const source = "{ twice @skip(if: false) }";
    await learn(source, 2 * SIGHTINGS);
    expect(operations.find(source)).toBeUndefined();
  });

  it("when its text has more than 10,000 characters, then it is not remembered", async () => {
    const long = "{ twice }".padEnd(10_000);
    await learn(long);
    await learn(`${long} `);
    expect(operations.find(long)).toBeDefined();
    expect(operations.find(`${long} `)).toBeUndefined();
  });

  it("when 200 others were executed since, then it is forgotten; one that is used stays", async () => {
    await learn("{ used: twice }");
    await learn("{ unused: twice }");
    for (let i = 0; i < 199; i++) {
      await learn(`{ other${i}: twice }`, 1);
      operations.find("{ used: twice }");
    }
    expect(operations.find("{ used: twice }")).toBeDefined();
    expect(operations.find("{ unused: twice }")).toBeUndefined();
  });

  it("when it is one batch, then it says so", async () => {
    const source = "{ twice }";
    await learn(source);
    expect(operations.find(source)?.batch).toBeUndefined();
  });
});

describe("a compiled operation", () => {
  const executed = async (source: string, variables = {}) => {
    await learn(source);
    const compiled = operations.find(source);
    if (!compiled) throw new Error("It was not compiled.");
    return compiled.execute(context, variables);
  };

  it("when a field fails, then it has no result", async () => {
    expect(await executed("{ twice fails }")).toBeUndefined();
  });

  it("when a field is answered later, then it has no result", async () => {
    expect(await executed("{ twice later }")).toBeUndefined();
  });

  it.each([
    ["given", { of: 4 }, 8],
    ["left to its default", {}, 6],
  ])("when a variable that is never null is %s, then that value counts", async (_what, variables, twice) => {
    const data = { data: { twice } };
    expect(await executed("query ($of: Int! = 3) { twice(of: $of) }", variables)).toEqual(data);
  });
});
