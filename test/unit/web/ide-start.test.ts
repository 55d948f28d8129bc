import { startOf } from "../../../web/ide/start";

const EXAMPLE = "{ models { name } }";

it("starts with the example where no link led here", () => {
  for (const hash of ["", "#", "#variables=%7B%7D"]) {
    expect(startOf(hash, EXAMPLE)).toMatchObject({ query: EXAMPLE, isLinked: false });
  }
});

it("starts with the query and the variables of the link", () => {
  const query = "query A($x: Float!) { a(x: $x) } # 100 % & more";
  const link = new URLSearchParams({ query, variables: '{"x":1}' });
  expect(startOf(`#${link}`, EXAMPLE)).toEqual({ query, variables: '{"x":1}', isLinked: true });
  expect(startOf(`#${new URLSearchParams({ query })}`, EXAMPLE).variables).toBeUndefined();
});
