/** The parts of OpenAPI 3.1 that the description of this server has. */
export interface OpenApi {
  readonly openapi: "3.1.0";
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly description: string;
    readonly license: { readonly name: string; readonly identifier: string };
  };
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly security?: readonly { readonly [scheme: string]: readonly string[] }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: {
    readonly schemas: { readonly [name: string]: JsonSchema };
    readonly securitySchemes?: { readonly [name: string]: object };
  };
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly requestBody: { readonly required: boolean; readonly content: Content };
  readonly responses: { readonly [status: string]: Response };
}

export interface Response {
  readonly description: string;
  readonly content: Content;
}

interface Content {
  readonly [mediaType: string]: { readonly schema: { readonly $ref: string }; readonly example?: object };
}

/** A schema of JSON Schema 2020-12. */
export interface JsonSchema {
  readonly type: string | readonly string[];
  readonly description: string;
  readonly format?: string;
  readonly enum?: readonly (string | null)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
}
