/** An error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
    readonly [name: string]: unknown;
  };
}

/** What the server answered over HTTP. */
export interface Answer<Data = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: { readonly data?: Data | null; readonly errors?: readonly AnswerError[] };
}

/** Sends any request; the answer must be JSON. */
export async function send<Data>(url: string, request: RequestInit = {}): Promise<Answer<Data>> {
  const response = await fetch(url, request);
  const text = await response.text();
  expect(response.headers.get("content-type")).toMatch(/^application\/(graphql-response\+)?json\b/);
  const body: Answer<Data>["body"] = JSON.parse(text);
  return { status: response.status, headers: response.headers, text, body };
}

/** Posts a body to the server's /graphql, as it stands. */
export function post<Data>(server: string, body: string, headers: Record<string, string> = {}) {
  return send<Data>(`${server}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
}

/** Asks the server a query. */
export function ask<Data>(server: string, query: string, variables: object = {}): Promise<Answer<Data>> {
  return post<Data>(server, JSON.stringify({ query, variables }));
}

/** The data of an answer that has no errors. */
export function dataOf<Data>({ status, body }: Answer<Data>): Data {
  expect(body.errors).toBeUndefined();
  expect(status).toBe(200);
  if (!body.data) throw new Error("The answer has no data.");
  return body.data;
}

/** The one error of an answer. */
export function errorOf({ body }: Answer): AnswerError {
  expect(body.errors).toHaveLength(1);
  const [error] = body.errors ?? [];
  return error;
}
