import { Field, getMetadataStorage, Int, ObjectType } from "type-graphql";
import { withOwnMetadata } from "../../../schema/own-metadata";

function define(name: string) {
  @ObjectType(name)
  class Defined {
    @Field(() => Int)
    id!: number;
  }
  return Defined;
}

const names = () => getMetadataStorage().objectTypes.map(({ name }) => name);

describe("types of one table", () => {
  it("are known while they are defined, together with those of all tables, and forgotten afterwards", () => {
    define("OfAllTables");
    const within = withOwnMetadata(() => {
      define("OfOneTable");
      return names();
    });
    expect(within).toEqual(expect.arrayContaining(["OfAllTables", "OfOneTable"]));
    expect(names()).toContain("OfAllTables");
    expect(names()).not.toContain("OfOneTable");
  });

  it("are forgotten also if a definition fails", () => {
    const fail = () =>
      withOwnMetadata(() => {
        define("OfNoTable");
        throw new Error("no");
      });
    expect(fail).toThrow("no");
    expect(names()).not.toContain("OfNoTable");
  });
});
