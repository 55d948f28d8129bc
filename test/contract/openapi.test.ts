import { catalogueOf, EVERY_TYPE, tableOf } from "../support/every-type";
import { startNode } from "../support/node-process";
import { startServer } from "../support/server";

jest.mock("../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../support/weights-kind").weights] };
});

interface Description {
  readonly components: {
    readonly schemas: {
      readonly House: {
        readonly properties: { readonly [name: string]: { readonly enum?: readonly unknown[] } };
        readonly required: readonly string[];
      };
    };
  };
}

async function openApiOf(server: string): Promise<Description> {
  const description: Description = JSON.parse(await (await fetch(`${server}/openapi.json`)).text());
  return description;
}

/** What the validator says of a document. It is an ES module, which jest cannot load. */
async function validate(document: object): Promise<unknown> {
  const { child, ended } = startNode(["test/support/validate-openapi.mjs"]);
  child.stdin.end(JSON.stringify(document));
  return JSON.parse((await ended).stdout);
}

describe("/openapi.json", () => {
  it.each([
    ["of California", undefined],
    ["of a table with columns of every type", catalogueOf(tableOf(EVERY_TYPE))],
  ])("%s is valid OpenAPI 3.1", async (_what, catalogue) => {
    const document = await openApiOf(await startServer({}, catalogue));
    expect(await validate(document)).toEqual({ valid: true, version: "3.1" });
  });

  it("would not be valid without its title", async () => {
    const { info: _, ...document } = { ...(await openApiOf(await startServer())), info: {} };
    expect(await validate(document)).toMatchObject({ valid: false });
  });

  it("describes each column by its name in the data", async () => {
    const { components } = await openApiOf(await startServer({}, catalogueOf(tableOf(EVERY_TYPE))));
    const { properties, required } = components.schemas.House;
    expect(Object.keys(properties)).toEqual(EVERY_TYPE.map((field) => "name" in field && field.name));
    expect(required).toEqual(["Area", "Style"]);
    expect(properties.Area).toMatchObject({ type: "number", exclusiveMinimum: 0 });
    expect(properties.Rooms).toMatchObject({ type: ["integer", "null"], minimum: 1 });
    expect(properties.Sold).toMatchObject({ type: ["string", "null"], format: "date" });
    expect(properties.Garage).toMatchObject({ enum: ["none", "one car", "two cars", null] });
    expect(properties.Place.enum).toBeUndefined();
  });
});

describe("/docs", () => {
  it("is a page of its own server, with the guide's curl and without a script", async () => {
    const server = await startServer();
    const response = await fetch(`${server}/docs`);
    const page = await response.text();
    expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'; img-src 'self'/);
    expect(page).not.toMatch(/<script|<style|style=|(?:src|href)="(?:https?:)?\/\//);
    expect(page).toContain("-d &#39;{&quot;MedInc&quot;:3.5,&quot;AveRooms&quot;:5,&quot;AveOccup&quot;:2");
    const again = await fetch(`${server}/docs`, {
      headers: { "if-none-match": response.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it("shows what stands in the table as text", async () => {
    const fields = [{ name: "<b>Area</b>", type: "number", apiName: "area", label: '<img src="x">' }];
    const server = await startServer({}, catalogueOf(tableOf(fields)));
    const page = await (await fetch(`${server}/docs`)).text();
    expect(page).toContain("<code>&lt;b&gt;Area&lt;/b&gt;</code>");
    expect(page).not.toContain("<img");
  });
});
