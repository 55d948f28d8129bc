import { InvalidInputError, MAX_PROBLEMS, problemOf } from "../../../schema/invalid-input.error";

const problems = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ path: `input.x${i}`, message: `x${i} is wrong.` }));

describe("the problems of a row", () => {
  it("are told one after the other", () => {
    const { message, fields } = problemOf(problems(2));
    expect(message).toBe("x0 is wrong. x1 is wrong.");
    expect(fields).toEqual(problems(2));
  });

  it("are all told as long as there are not too many", () => {
    const { message, fields } = problemOf(problems(MAX_PROBLEMS));
    expect(fields).toHaveLength(MAX_PROBLEMS);
    expect(message).toMatch(/x19 is wrong\.$/);
  });

  it("are counted beyond that", () => {
    const { message, fields } = problemOf(problems(MAX_PROBLEMS + 3));
    expect(fields).toEqual(problems(MAX_PROBLEMS));
    expect(message).toMatch(/x19 is wrong\. 3 more values cannot be accepted\.$/);
  });
});

it("an error has the code and the fields", () => {
  const error = new InvalidInputError("no", problems(1));
  expect(error.toJSON()).toEqual({
    message: "no",
    extensions: { code: "BAD_USER_INPUT", fields: problems(1) },
  });
});
