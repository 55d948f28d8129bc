import { boundError } from "../../../../../src/graphql/guards/bounded-error";

describe("an error that is sent", () => {
  it("when it is short, then it is unchanged", () => {
    const error = {
      message: "m",
      locations: [{ line: 1, column: 2 }],
      path: ["a", 0],
      extensions: { code: "X", fields: [{ path: "p", message: "q" }] },
    };
    expect(boundError(error)).toEqual(error);
    expect(boundError({ message: "m" })).toEqual({ message: "m" });
  });

  it("when its message is long, then its beginning and its end are kept", () => {
    const { message } = boundError({ message: `begin ${"x".repeat(5000)} end` });
    expect(message).toHaveLength(600);
    expect(message).toMatch(/^begin x+…x+ end$/);
  });

  it("when it names very many places or values, then a few are kept, with short messages", () => {
    const long = "x".repeat(5000);
    const error = boundError({
      message: "m",
      locations: Array(100).fill({ line: 1, column: 1 }),
      extensions: { code: "X", fields: Array(100).fill({ path: long, message: long }) },
    });
    expect(error.locations).toHaveLength(20);
    expect(JSON.stringify(error).length).toBeLessThan(30_000);
  });
});
