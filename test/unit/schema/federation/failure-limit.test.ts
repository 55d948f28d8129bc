import { GraphQLError } from "graphql";
import { FailureLimit, MAX_FAILURES } from "../../../../schema/federation/failure-limit";

describe("when many houses of a batch fail", () => {
  const limit = new FailureLimit();
  let made = 0;
  const errors = Array.from({ length: MAX_FAILURES + 2 }, () =>
    limit.next(() => new GraphQLError(`house ${++made} is wrong.`)),
  );

  it("then the first have an error each, and the last of these says that others have none", () => {
    expect(errors[0]?.message).toBe("house 1 is wrong.");
    expect(errors[MAX_FAILURES - 2]?.message).toBe(`house ${MAX_FAILURES - 1} is wrong.`);
    expect(errors[MAX_FAILURES - 1]?.message).toBe(
      `house ${MAX_FAILURES} is wrong. Further houses that fail are null without an error.`,
    );
  });

  it("then the others have none, and none is made", () => {
    expect(errors.slice(MAX_FAILURES)).toEqual([null, null]);
    expect(made).toBe(MAX_FAILURES);
  });
});
