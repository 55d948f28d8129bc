import type { Browser, Page } from "playwright-core";
import { startBuiltServer } from "../support/built-server";
import { EXAMPLE_QUERY } from "../support/example-query";
import { launchBrowser } from "./browser";
import { EXAMPLE_PREDICTION } from "./example-request";
import { openPage } from "./open-page";

/**
 * Stands for Apollo's script, which comes from their network: it keeps the options that the page gives it, and does
 * what a user does first, which is to run the document that is filled in.
 */
const SANDBOX_SCRIPT = `
  window.EmbeddedSandbox = class {
    constructor(options) {
      window.sandboxOptions = options;
      window.sandboxAnswer = window.runOperation(options.initialState.document);
    }
  };
  window.runOperation = async (query) => {
    const response = await fetch(window.sandboxOptions.initialEndpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };
`;

interface OpenPage {
  readonly page: Page;
  readonly status: number | undefined;
  /** What the page complained of: errors in the console, and exceptions that nobody caught. */
  readonly complaints: readonly string[];
}

describe("Apollo Sandbox in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser?.close());

  /** Opens a path of the server; what the page wants from elsewhere is answered here, without a network. */
  async function open(origin: string, path: string): Promise<OpenPage> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.route(
      (url) => url.origin !== origin,
      (route) => route.fulfill({ status: 200, contentType: "text/plain", body: "" }),
    );
    await page.route("https://embeddable-sandbox.cdn.apollographql.com/**", (route) =>
      route.fulfill({ contentType: "text/javascript", body: SANDBOX_SCRIPT }),
    );
    const response = await page.goto(`${origin}${path}`, { waitUntil: "load" });
    return { page, status: response?.status(), complaints };
  }

  test("when a browser opens /graphql, then Sandbox has the README's query, which runs", async () => {
    const server = await startBuiltServer({ IDE: "sandbox", INTROSPECTION: "true" });
    const { page, status, complaints } = await open(server.url, "/graphql");
    expect(status).toBe(200);
    expect(await page.evaluate("sandboxOptions.initialState.document")).toBe(EXAMPLE_QUERY);
    expect(await page.evaluate("sandboxOptions.initialEndpoint")).toBe(`${server.url}/graphql`);
    expect(await page.evaluate("sandboxAnswer")).toMatchObject({
      data: { predictHousePrice: { predictedHousePrice: expect.closeTo(EXAMPLE_PREDICTION, 9) } },
    });
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("when Sandbox asks for the schema, then it gets it", async () => {
    const server = await startBuiltServer({ IDE: "sandbox", INTROSPECTION: "true" });
    const { page } = await open(server.url, "/graphql");
    expect(
      await page.evaluate("runOperation('{ __schema { queryType { name } types { name } } }')"),
    ).toMatchObject({
      data: {
        __schema: {
          queryType: { name: "Query" },
          types: expect.arrayContaining([{ name: "HousePricePrediction" }]),
        },
      },
    });
    await page.close();
  });

  test("when there is no IDE, then there is no page", async () => {
    const server = await startBuiltServer({ IDE: "none" });
    const { page, status } = await open(server.url, "/graphql");
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await page.evaluate("typeof window.EmbeddedSandbox")).toBe("undefined");
    expect(await page.content()).not.toContain("ide.js");
    await page.close();
  });
});

describe("GraphiQL in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser?.close());

  /** The answer that GraphiQL shows after a click on its button. */
  async function run(page: Page): Promise<string> {
    await page.getByRole("button", { name: /execute/i }).click();
    await page
      .getByText(/predictedHousePrice"/)
      .first()
      .waitFor();
    return (await page.locator(".result-window").textContent()) ?? "";
  }

  test("when IDE is graphiql, then it runs the example, knows the schema, and asks no other host", async () => {
    const server = await startBuiltServer({ IDE: "graphiql", INTROSPECTION: "true" });
    const { page, problems } = await openPage(browser, `${server.url}/graphql`);
    await page.getByText("PredictHousePrice", { exact: true }).first().waitFor();
    expect(await run(page)).toContain(String(EXAMPLE_PREDICTION).slice(0, 12));
    await page.getByRole("button", { name: /documentation explorer/i }).click();
    await page.getByRole("link", { name: "Query", exact: true }).click();
    await page.getByText("predictHousePrices").first().waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });

  test("when a link brings a query and its variables, then GraphiQL starts with them", async () => {
    const server = await startBuiltServer({ IDE: "graphiql", INTROSPECTION: "true" });
    const query =
      "query Linked($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { predictedHousePrice } }";
    const variables = JSON.stringify({ input: { medInc: 3.5, aveRooms: 5, aveOccup: 2 } });
    const link = new URLSearchParams({ query, variables });
    const { page, problems } = await openPage(browser, `${server.url}/graphql#${link}`);
    expect(await run(page)).toContain(String(EXAMPLE_PREDICTION).slice(0, 12));
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each(["is refused", "does not come"])(
    "when the script of Sandbox %s, then GraphiQL is there within seconds",
    async (fate) => {
      const server = await startBuiltServer({ IDE: "sandbox", INTROSPECTION: "true" });
      const page = await browser.newPage();
      await page.route(
        (url) => url.origin !== server.url,
        (route) => (fate === "is refused" ? route.abort() : undefined),
      );
      await page.goto(`${server.url}/graphql`, { waitUntil: "commit" });
      await page.locator(".graphiql-container").waitFor();
      expect(await run(page)).toContain(String(EXAMPLE_PREDICTION).slice(0, 12));
      await page.close();
    },
  );
});
