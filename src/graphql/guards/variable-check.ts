import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";
import { isJsonRecord } from "../../../schema/json-record";
import type { Variables } from "../operation-request";

/** Whether a value can be coerced to an input type; `undefined` means absent. */
type Check = (value: unknown) => boolean;

/** Maximum length of a string. Names of models and categories are far shorter. */
const MAX_STRING_LENGTH = 1000;

/**
 * Compiles a check of the variables of an operation that makes no messages.
 *
 * graphql-jit collects every error of every variable and prints whole lists into each; graphql-js stops at 50 but prints whole strings
 * and objects. So graphql-jit only gets valid variables, and graphql-js valid or shortened ones. It follows `coerceInputValue` of
 * graphql-js but is stricter: no list for an input object, no very long strings.
 */
export function variableCheck(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (variables: Variables) => boolean {
  const checks = variableDefinitions.map(({ variable, type, defaultValue }) => {
    const inputType = typeFromAST(schema, type);
    if (!isInputType(inputType)) throw new TypeError(`The schema lacks the type of $${variable.name.value}.`);
    return { name: variable.name.value, check: checkOf(inputType), hasDefault: defaultValue !== undefined };
  });
  return (variables) => {
    for (const { name, check, hasDefault } of checks) {
      const value = variables[name];
      if (!(value === undefined && hasDefault) && !check(value)) return false;
    }
    return true;
  };
}

/** The check of one type; it accepts no value in which graphql-js would find an error. */
export function checkOf(type: GraphQLInputType): Check {
  if (isNonNullType(type)) {
    const check = checkOf(type.ofType);
    return (value) => value !== null && value !== undefined && check(value);
  }
  const check = checkOfNullable(type);
  return (value) => value === null || value === undefined || check(value);
}

function checkOfNullable(type: GraphQLInputType): Check {
  if (isListType(type)) return listCheck(checkOf(type.ofType));
  if (isInputObjectType(type)) return objectCheck(type);
  if (isNonNullType(type)) return checkOf(type);
  return leafCheck(type);
}

function listCheck(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return check(value);
    for (let index = 0; index < value.length; index++) if (!check(value[index])) return false;
    return true;
  };
}

function objectCheck(type: GraphQLInputObjectType): Check {
  // Created on first use, since input types may be recursive.
  let fields: readonly { readonly name: string; readonly check: Check; readonly hasDefault: boolean }[];
  return (value) => {
    if (!isJsonRecord(value)) return false;
    fields ??= Object.values(type.getFields()).map((field) => ({
      name: field.name,
      check: checkOf(field.type),
      hasDefault: field.defaultValue !== undefined,
    }));
    let known = 0;
    for (const { name, check, hasDefault } of fields) {
      const item = value[name];
      if (item !== undefined) known++;
      if (item === null && type.isOneOf) return false;
      if (!(item === undefined && hasDefault) && !check(item)) return false;
    }
    if (type.isOneOf && known !== 1) return false;
    let all = 0;
    for (const _ in value) all++;
    return all === known;
  };
}

function leafCheck(type: GraphQLLeafType): Check {
  if (isEnumType(type)) return (value) => typeof value === "string" && type.getValue(value) !== undefined;
  if (!isSpecifiedScalarType(type)) return (value) => !isTooLong(value) && parses(type, value);
  switch (type.name) {
    case "Float":
      return Number.isFinite;
    case "Int":
      return (value) => typeof value === "number" && (value | 0) === value;
    case "Boolean":
      return (value) => typeof value === "boolean";
    case "ID":
      return (value) => (typeof value === "string" && !isTooLong(value)) || Number.isInteger(value);
    default:
      return (value) => typeof value === "string" && !isTooLong(value);
  }
}

function isTooLong(value: unknown): boolean {
  return typeof value === "string" && value.length > MAX_STRING_LENGTH;
}

function parses(type: GraphQLLeafType, value: unknown): boolean {
  try {
    return type.parseValue(value) !== undefined;
  } catch {
    return false;
  }
}
