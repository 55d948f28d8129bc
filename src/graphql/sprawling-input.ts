import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { ErrorCode } from "../../model/errors";

/** Most fields that an object among the variables may have; no input type has nearly as many. */
const MAX_FIELDS = 100;

/**
 * Refuses variables with objects of very many fields, before graphql-js reads them. It reports each unknown field by an
 * error that repeats the whole object, up to 50 times, so that one object of 50,000 fields kept the process busy for
 * seconds. What is nested deeper is repeated once, which is no more than the request itself.
 */
export const sprawlingInputPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request }) {
        for (const [name, value] of Object.entries(request.variables ?? {})) refuseSprawling(value, name);
      },
    };
  },
};

/** @throws GraphQLError BAD_USER_INPUT where `value`, or an item of it, has too many fields */
function refuseSprawling(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    // A loop without a closure: a batch has thousands of items, and all but the hostile pass.
    for (let index = 0; index < value.length; index++) {
      if (isSprawling(value[index])) throw tooManyFields(`${path}[${index}]`);
    }
  } else if (isSprawling(value)) {
    throw tooManyFields(path);
  }
}

function isSprawling(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > MAX_FIELDS;
}

function tooManyFields(path: string): GraphQLError {
  const code: ErrorCode = "BAD_USER_INPUT";
  const message = `${path} has more than ${MAX_FIELDS} fields; no input has so many.`;
  const fields = [{ path, message }];
  return new GraphQLError(message, { extensions: { code, fields, http: { status: 400 } } });
}
