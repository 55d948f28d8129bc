import fc from "fast-check";
import fastify from "fastify";
import { watchRoutes } from "../../../../src/http/routes";

async function methods(): Promise<(path: string) => string[]> {
  const app = fastify();
  const methodsOf = watchRoutes(app);
  app.get("/", () => "");
  app.route({ method: ["GET", "POST"], url: "/graphql", exposeHeadRoute: false, handler: () => "" });
  app.get("/models/:name/:version", () => "");
  await app.ready();
  return methodsOf;
}

it.each([
  ["/", ["GET", "HEAD"]],
  ["/graphql", ["GET", "POST"]],
  ["/gr%61phql", ["GET", "POST"]],
  ["/models/linear/1", ["GET", "HEAD"]],
  ["/models//1", []],
  ["/models/linear/1/x", []],
  ["/graphql/", []],
  ["/:name", []],
  ["/:a(", []],
  ["/*", []],
  ["*", []],
  ["/%", []],
])("when a path is %s, then its methods are %j", async (path, expected) => {
  expect((await methods())(path)).toEqual(expected);
});

it("when a path is any text, then it is looked up without an error", async () => {
  const methodsOf = await methods();
  fc.assert(fc.property(fc.string(), (path) => Array.isArray(methodsOf(path))));
});
