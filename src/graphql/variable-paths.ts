import {
  coerceInputValue,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isRequiredInputField,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { isJsonRecord } from "../../schema/json-record";
import { checkOf } from "./guards/variable-check";
import type { Variables } from "./operation-request";

type Path = readonly (string | number)[];

/** Ends a coercion whose other errors are not needed. */
const ENOUGH = new Error("All errors are located.");

/**
 * Locates the errors of an invalid variable: graphql-js reports them in this order, but prints the path into the message. The value is
 * coerced once more, until `count` errors are found.
 */
export function variablePaths(
  schema: GraphQLSchema,
  { variable, type: typeNode }: VariableDefinitionNode,
  variables: Variables | undefined,
  count: number,
): readonly string[] {
  const name = variable.name.value;
  const type = typeFromAST(schema, typeNode);
  if (!isInputType(type)) throw new TypeError(`The schema lacks the type of $${name}.`);
  const invalidFields = new Map<string, Iterator<string>>();
  const paths: string[] = [];
  try {
    coerce(variables?.[name], type, (path, value) => {
      const location = name + pathText(path);
      if (!invalidFields.has(location)) invalidFields.set(location, fieldErrors(typeAt(type, path), value));
      const field = invalidFields.get(location)?.next().value;
      paths.push(field === undefined ? location : `${location}.${field}`);
      if (paths.length === count) throw ENOUGH;
    });
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  return paths;
}

/** Reports the errors of a value. Valid items of a list, of which there can be thousands, are not coerced. */
function coerce(value: unknown, type: GraphQLInputType, onError: (path: Path, value: unknown) => void): void {
  const listType = getNullableType(type);
  if (!isListType(listType) || !Array.isArray(value)) {
    coerceInputValue(value, type, onError, true);
    return;
  }
  const isValid = checkOf(listType.ofType);
  for (const [index, item] of value.entries()) {
    if (isValid(item)) continue;
    coerceInputValue(item, listType.ofType, (path, invalid) => onError([index, ...path], invalid), true);
  }
}

/**
 * The fields that an object lacks, then those that its type lacks, in the order in which graphql-js reports them, with the path of the
 * object. Other errors at the same path, of the object as a whole, come after them.
 */
function* fieldErrors(type: GraphQLInputType, value: unknown): Generator<string, undefined> {
  if (!isInputObjectType(type) || !isJsonRecord(value)) return;
  yield* missingFields(type, value);
  const fields = type.getFields();
  for (const name of Object.keys(value)) if (!(name in fields)) yield name;
}

function missingFields(type: GraphQLInputObjectType, value: Record<string, unknown>): string[] {
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return required.filter(({ name }) => value[name] === undefined).map(({ name }) => name);
}

/** The type at a path without lists and non-null: an item's path has a position, or none if it is not in an array. */
function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  let found = getNamedType(type);
  for (const step of path) {
    if (typeof step === "number" || !isInputObjectType(found)) continue;
    found = getNamedType(found.getFields()[step].type);
  }
  return found;
}

function pathText(path: Path): string {
  return path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
}
