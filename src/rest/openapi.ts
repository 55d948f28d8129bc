import { ERROR_CODES } from "../../model/errors";
import type { Model } from "../../model/model";
import type { Table } from "../../model/table/table";
import { exampleValues } from "../../schema/example-query";
import { targetWordsOf } from "../../schema/target-words";
import type { Config } from "../config";
import { VERSION } from "../version";
import { columnSchema } from "./column-schema";
import type { OpenApi, Response } from "./openapi-document";

/** Statuses of `/predict` that are errors, with what they mean. */
const ERRORS: readonly (readonly [status: number, description: string])[] = [
  [400, "`BAD_REQUEST`: the body is not a JSON object."],
  [413, `\`PAYLOAD_TOO_LARGE\`: ${ERROR_CODES.PAYLOAD_TOO_LARGE}`],
  [415, `\`UNSUPPORTED_MEDIA_TYPE\`: ${ERROR_CODES.UNSUPPORTED_MEDIA_TYPE}`],
  [422, "`BAD_USER_INPUT`: a value cannot be accepted, or is missing; `fields` names each."],
  [429, `\`TOO_MANY_REQUESTS\`: ${ERROR_CODES.TOO_MANY_REQUESTS}`],
  [500, `\`INTERNAL_SERVER_ERROR\`: ${ERROR_CODES.INTERNAL_SERVER_ERROR}`],
  [
    503,
    "`MODEL_UNAVAILABLE`: no model is served at present. `OVERLOADED`: the server has more to do than it can.",
  ],
];

/**
 * The description of the REST API in the form of OpenAPI 3.1, whose schemas are JSON Schema 2020-12.
 *
 * @param model - whose training rows give the values of the example that the table's schema does not
 */
export function openApiOf(
  table: Table,
  { API_KEYS_FILE }: Pick<Config, "API_KEYS_FILE">,
  model: Model | undefined,
): OpenApi {
  const { label, unit } = targetWordsOf(table);
  const needsKey = API_KEYS_FILE !== "";
  const errors = needsKey
    ? [[401, `\`UNAUTHENTICATED\`: ${ERROR_CODES.UNAUTHENTICATED}`] as const, ...ERRORS]
    : ERRORS;
  return {
    openapi: "3.1.0",
    info: {
      title: "House Price API",
      version: VERSION,
      summary: `Predicts the ${label} of one row of ${tableName(table)}.`,
      description:
        "The REST endpoint of House Price GraphQL. Intervals, reasons, warnings, batches and the choice of a model are at `/graphql`.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This server." }],
    ...(needsKey && { security: [{ bearer: [] }, { apiKey: [] }] }),
    paths: {
      "/predict": {
        post: {
          operationId: "predict",
          summary: `Predicts the ${label} of one row.`,
          description:
            "The best model whose features the row carries answers. Columns are named as they are in the data; those that are not required may be left out or null.",
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/House" },
                example: exampleValues(table, model),
              },
            },
          },
          responses: {
            200: {
              description: "The prediction.",
              content: { "application/json": { schema: { $ref: "#/components/schemas/PredictedPrice" } } },
            },
            ...Object.fromEntries(errors.map(([status, description]) => [status, problem(description)])),
          },
        },
      },
    },
    components: {
      schemas: {
        House: {
          type: "object",
          description: `One row of ${tableName(table)}.`,
          properties: Object.fromEntries(table.features.map((column) => [column.name, columnSchema(column)])),
          required: table.features.filter(({ required }) => required).map(({ name }) => name),
          additionalProperties: false,
        },
        PredictedPrice: {
          type: "object",
          description: "The answer.",
          properties: {
            predicted_house_price: { type: "number", description: `The predicted ${label}, in ${unit}.` },
          },
          required: ["predicted_house_price"],
        },
        Problem: PROBLEM,
      },
      ...(needsKey && {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer", description: "An API key." },
          apiKey: {
            type: "apiKey",
            in: "header",
            name: "X-API-Key",
            description: "The same, in a header of its own.",
          },
        },
      }),
    },
  };
}

const PROBLEM = {
  type: "object",
  description: "An error as problem details (RFC 9457).",
  properties: {
    type: { type: "string", description: "Always about:blank: the code tells the kind of the problem." },
    title: { type: "string", description: "The HTTP status in words." },
    status: { type: "integer", description: "The HTTP status." },
    detail: { type: "string", description: "What was wrong, and what would be right." },
    code: { type: "string", description: "A stable code, the same as in GraphQL." },
    fields: {
      type: "array",
      description: "Each value that cannot be accepted.",
      items: {
        type: "object",
        description: "A value that cannot be accepted.",
        properties: {
          path: { type: "string", description: "The name of its column." },
          message: { type: "string", description: "What was wrong with it, and what would be right." },
        },
        required: ["path", "message"],
      },
    },
  },
  required: ["type", "title", "status", "detail", "code"],
} as const;

function problem(description: string): Response {
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description, content: { "application/problem+json": { schema } } };
}

function tableName({ schema: { title, name } }: Table): string {
  return title ?? name ?? "the table";
}
