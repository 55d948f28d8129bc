import { docsPage } from "../../../../src/rest/docs-page";
import type { JsonSchema, OpenApi } from "../../../../src/rest/openapi-document";

const HOUSE: JsonSchema = {
  type: "object",
  description: "One house of <data>.",
  required: ["area"],
  properties: {
    area: { type: "number", description: "Its `area`.", exclusiveMinimum: 0, maximum: 900 },
    rooms: { type: ["integer", "null"], description: "Rooms.", minimum: 1, exclusiveMaximum: 50 },
    sold: { type: ["string", "null"], format: "date", description: "Day of sale." },
    style: { type: ["string", "null"], description: "Style.", enum: ['"old"', "new", null] },
  },
};

function documentWith(changes: Partial<OpenApi> = {}): OpenApi {
  const schema = { $ref: "#/components/schemas/House" };
  return {
    openapi: "3.1.0",
    info: {
      title: "Prices & more",
      version: "1.0.0",
      summary: "Tells prices.",
      description: "Also at `/graphql`.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This server." }],
    paths: {
      "/predict": {
        post: {
          operationId: "predict",
          summary: "Predicts.",
          description: "One row.",
          requestBody: {
            required: true,
            content: { "application/json": { schema, example: { style: "owner's <own>" } } },
          },
          responses: {
            200: { description: "The `price`.", content: { "application/json": { schema } } },
            400: {
              description: "Wrong.",
              content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
            },
          },
        },
      },
    },
    components: { schemas: { House: HOUSE, Problem: { type: "object", description: "An error." } } },
    ...changes,
  };
}

const page = (changes?: Partial<OpenApi>) => docsPage(documentWith(changes), "http://localhost:4000");

/** The cells of the rows of a table that follows a text. */
function rowsAfter(text: string): string[][] {
  const [table] = page().slice(page().indexOf(text)).split("</table>");
  const [, body] = table.split("<tbody>");
  return [...body.matchAll(/<tr>(.*)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell),
  );
}

describe("the page of the API", () => {
  it("has the title, and what the API does", () => {
    expect(page()).toContain("<title>Prices &amp; more</title>");
    expect(page()).toContain(
      "<h1>Prices &amp; more</h1>\n<p>Tells prices. Also at <code>/graphql</code>.</p>\n<h2",
    );
  });

  it("when requests need a key, then it says how they carry it", () => {
    const key =
      "<p>Requests carry an API key: <code>Authorization: Bearer KEY</code> or <code>X-API-Key: KEY</code>.</p>";
    expect(page()).not.toContain(key);
    expect(page({ security: [{ bearer: [] }] })).toContain(`${key}\n<h2`);
  });

  it("has each operation, with its body and a command that a shell can run", () => {
    expect(page()).toContain(`<h2 id="predict"><code>POST /predict</code></h2>
<p>Predicts. One row.</p>
<p>Body: <code>application/json</code>, <a href="#House">House</a></p>
<pre><code>curl -X POST &quot;http://localhost:4000/predict&quot; \\
  -H &quot;Content-Type: application/json&quot; \\
  -d &#39;{&quot;style&quot;:&quot;owner&#39;\\&#39;&#39;s &lt;own&gt;&quot;}&#39;</code></pre>
<div class="table" tabindex="0"><table>
<thead><tr><th>status</th><th>answer</th></tr></thead>`);
  });

  it("when a body has no example, then the command sends an empty object", () => {
    const document = documentWith();
    const { post } = document.paths["/predict"];
    const content = { "application/json": { schema: { $ref: "#/components/schemas/House" } } };
    const requestBody = { required: true, content };
    expect(page({ paths: { "/predict": { post: { ...post, requestBody } } } })).toContain("-d &#39;{}&#39;<");
  });

  it("has each answer by its status", () => {
    expect(rowsAfter('<h2 id="predict">')).toEqual([
      ["200", 'The <code>price</code>. <code>application/json</code>, <a href="#House">House</a>'],
      ["400", 'Wrong. <code>application/problem+json</code>, <a href="#Problem">Problem</a>'],
    ]);
  });

  it("has each schema with its properties, their bounds and categories", () => {
    expect(page()).toContain('<h3 id="House">House</h3>\n<p>One house of &lt;data&gt;.</p>');
    expect(page()).toContain("<th>name</th><th>type</th><th>required</th><th>what it is</th>");
    expect(rowsAfter('<h3 id="House">')).toEqual([
      ["<code>area</code>", "number", "yes", "Its <code>area</code>. Greater than 0. At most 900."],
      ["<code>rooms</code>", "integer or null", "no", "Rooms. At least 1. Less than 50."],
      ["<code>sold</code>", "string or null, date", "no", "Day of sale."],
      [
        "<code>style</code>",
        "string or null",
        "no",
        "Style. One of <code>&quot;\\&quot;old\\&quot;&quot;</code>, <code>&quot;new&quot;</code>.",
      ],
    ]);
    expect(rowsAfter('<h3 id="Problem">')).toEqual([]);
  });
});
