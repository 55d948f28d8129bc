import fastify from "fastify";
import { problemDetails, sendProblemDetails } from "../../../../src/rest/problem-details";

function answer(extensions: object = {}) {
  return { errors: [{ message: "It is wrong.", extensions: { code: "BAD_USER_INPUT", ...extensions } }] };
}

const DETAILS = { type: "about:blank", detail: "It is wrong.", code: "BAD_USER_INPUT" };
const FIELDS = [{ path: "rooms", message: "It must be a number." }];

async function received(status: number, payload: object) {
  const app = fastify();
  app.get("/", { preSerialization: sendProblemDetails }, (_request, reply) =>
    reply.code(status).send(payload),
  );
  const { headers, body } = await app.inject("/");
  return { type: headers["content-type"], body: JSON.parse(body) };
}

describe("problem details", () => {
  it.each([
    [422, "Unprocessable Entity"],
    [503, "Service Unavailable"],
    [599, "Error"],
  ])("of the status %d have the title %s", async (status, title) => {
    expect(await received(status, answer())).toEqual({
      type: "application/problem+json; charset=utf-8",
      body: { ...DETAILS, title, status },
    });
  });

  it("list the invalid values", () => {
    const [error] = answer({ fields: FIELDS }).errors;
    const told = problemDetails(422, {
      errors: [{ ...error, extensions: { code: "BAD_USER_INPUT", fields: FIELDS } }],
    });
    expect(told).toEqual({ ...DETAILS, title: "Unprocessable Entity", status: 422, fields: FIELDS });
  });

  it("are of errors alone", async () => {
    expect(await received(200, { price: 2 })).toEqual({
      type: "application/json; charset=utf-8",
      body: { price: 2 },
    });
  });
});
