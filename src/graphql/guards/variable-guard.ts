import { type GraphQLSchema, isInputObjectType, type OperationDefinitionNode } from "graphql";
import type { Variables } from "../operation-request";
import { refusal } from "./refusal";
import { shortenValue } from "./shorten-values";
import { variableCheck } from "./variable-check";

/** Always allowed, whatever the schema. */
const MIN_FIELDS = 100;

/** Checks the values of variables before graphql-js or graphql-jit coerces them. */
export class VariableGuard {
  private readonly checks = new WeakMap<OperationDefinitionNode, (variables: Variables) => boolean>();

  /** Maximum number of fields of an object printed in a message: all of an input type, and some unknown ones. */
  private readonly maxFields: number;

  constructor(private readonly schema: GraphQLSchema) {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const most = Math.max(0, ...inputs.map((type) => Object.keys(type.getFields()).length));
    this.maxFields = Math.max(MIN_FIELDS, 2 * most);
  }

  /** Whether all variables of the operation are valid. Variables that it does not define are ignored. */
  accepts(operation: OperationDefinitionNode, variables: Variables): boolean {
    let check = this.checks.get(operation);
    if (!check) {
      check = variableCheck(this.schema, operation);
      this.checks.set(operation, check);
    }
    return check(variables);
  }

  /**
   * Returns valid variables unchanged, and invalid ones shortened, which keeps the messages of graphql-js short.
   *
   * @throws GraphQLError BAD_USER_INPUT if an object has so many fields that known ones could be cut off
   */
  forMessages(operation: OperationDefinitionNode, variables: Variables): Variables {
    if (this.accepts(operation, variables)) return variables;
    const shortened: { [name: string]: unknown } = {};
    for (const { variable } of operation.variableDefinitions ?? []) {
      const name = variable.name.value;
      // A default applies if a variable is absent, but not if it is undefined.
      if (!Object.hasOwn(variables, name)) continue;
      refuseSprawling(variables[name], name, this.maxFields);
      shortened[name] = shortenValue(variables[name], this.maxFields);
    }
    return shortened;
  }
}

/** @throws GraphQLError if `value`, or one of its items, has too many fields */
function refuseSprawling(value: unknown, path: string, maxFields: number): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (isSprawling(value[index], maxFields)) throw tooManyFields(`${path}[${index}]`, maxFields);
    }
  } else if (isSprawling(value, maxFields)) {
    throw tooManyFields(path, maxFields);
  }
}

function isSprawling(value: unknown, maxFields: number): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > maxFields;
}

function tooManyFields(path: string, maxFields: number) {
  const message = `${path} has more than ${maxFields} fields, which is more than any input has.`;
  return refusal("BAD_USER_INPUT", message, { fields: [{ path, message }] });
}
