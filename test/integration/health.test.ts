import { Model } from "../../model/model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { CALIFORNIA } from "../support/california";
import { send } from "../support/graphql-request";
import { startServer } from "../support/server";

describe("/healthz", () => {
  it("says that the process is up, with models or without", async () => {
    for (const server of [
      await startServer(),
      await startServer({}, new ModelCatalogue([], { table: CALIFORNIA })),
    ]) {
      expect(await send(`${server}/healthz`)).toMatchObject({ status: 200, body: { status: "up" } });
    }
  });
});

describe("/readyz", () => {
  it("says which models are ready", async () => {
    const { status, body } = await send(`${await startServer()}/readyz`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "ready", models: expect.arrayContaining(["linear@1", "linear@2"]) });
  });

  it("is a 503 where there is no model", async () => {
    const { status, body } = await send(
      `${await startServer({}, new ModelCatalogue([], { table: CALIFORNIA }))}/readyz`,
    );
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: "not ready", models: [] });
  });

  it("does not compute golden predictions again, so that a probe costs the same whatever the models are", async () => {
    const server = await startServer();
    const predict = jest.spyOn(Model.prototype, "predict");
    expect((await send(`${server}/readyz`)).status).toBe(200);
    expect(predict).not.toHaveBeenCalled();
  });
});
