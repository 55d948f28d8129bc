import { ModelCatalogue } from "../../model/catalogue";
import { Model } from "../../model/model";
import { committedFile } from "../support/committed-models";
import { send } from "../support/graphql-request";
import { startServer } from "../support/server";

describe("/healthz", () => {
  it("says that the process is up, with models or without", async () => {
    for (const server of [await startServer(), await startServer({}, new ModelCatalogue([]))]) {
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
    const { status, body } = await send(`${await startServer({}, new ModelCatalogue([]))}/readyz`);
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: "not ready", models: [] });
  });

  it("is a 503 where no model computes its golden predictions any more", async () => {
    const file = committedFile(1);
    const wrong = new Model({ ...file, golden: [{ ...file.golden[0], prediction: 99 }] }, "");
    const { status } = await send(`${await startServer({}, new ModelCatalogue([wrong]))}/readyz`);
    expect(status).toBe(503);
  });
});
