import type { GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { Variables } from "../compiled-operations";
import { refusal } from "./refusal";
import { MAX_FIELDS, shortenValue } from "./shorten-values";
import { variableCheck } from "./variable-check";

/** Looks at the values of variables before graphql-js or graphql-jit coerces them. */
export class VariableGuard {
  private readonly checks = new WeakMap<OperationDefinitionNode, (variables: Variables) => boolean>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Whether all variables of the operation are valid. Others in the request mean nothing, and are not looked at. */
  accepts(operation: OperationDefinitionNode, variables: Variables): boolean {
    let check = this.checks.get(operation);
    if (!check) {
      check = variableCheck(this.schema, operation);
      this.checks.set(operation, check);
    }
    return check(variables);
  }

  /**
   * The variables as graphql-js may see them: unchanged where they are valid, or else with their values shortened, so that its messages
   * about them are short.
   *
   * @throws GraphQLError BAD_USER_INPUT where an object has so many fields that the known ones could be cut off
   */
  forMessages(operation: OperationDefinitionNode, variables: Variables): Variables {
    if (this.accepts(operation, variables)) return variables;
    const shortened: { [name: string]: unknown } = {};
    for (const { variable } of operation.variableDefinitions ?? []) {
      const name = variable.name.value;
      // An absent variable has its default; one that is undefined has not.
      if (!Object.hasOwn(variables, name)) continue;
      refuseSprawling(variables[name], name);
      shortened[name] = shortenValue(variables[name]);
    }
    return shortened;
  }
}

/** @throws GraphQLError where `value`, or an item of it, has too many fields */
function refuseSprawling(value: unknown, path: string): void {
  if (Array.isArray(value)) {
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

function tooManyFields(path: string) {
  const message = `${path} has more than ${MAX_FIELDS} fields; no input has so many.`;
  return refusal("BAD_USER_INPUT", message, { fields: [{ path, message }] });
}
