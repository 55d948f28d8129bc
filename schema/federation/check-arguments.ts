import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { InvalidInputError } from "../invalid-input.error";

type Info = Pick<GraphQLResolveInfo, "schema" | "fragments" | "variableValues" | "fieldNodes" | "returnType">;

/**
 * Refuses a batch where a field within it has an argument that its resolver does not accept. The prediction of a house may be null, so each
 * house would have an error of its own, for an argument that is the same for all.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export function refuseBadArguments(info: Info): void {
  const types = possibleTypes(info.returnType);
  for (const { selectionSet } of info.fieldNodes) {
    if (selectionSet) for (const type of types) checkSelections(info, type, selectionSet, new Set());
  }
}

function possibleTypes(type: GraphQLResolveInfo["returnType"]): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isUnionType(named)) return named.getTypes();
  return isObjectType(named) ? [named] : [];
}

/** @param spread - names of the fragments that are already checked for this type */
function checkSelections(
  info: Info,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  spread: Set<string>,
): void {
  for (const selection of selections) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      checkField(info, type, selection);
      continue;
    }
    const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : undefined;
    if (name !== undefined && spread.has(name)) continue;
    if (name !== undefined) spread.add(name);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    const condition = fragment.typeCondition?.name.value ?? type.name;
    if (applies(info, condition, type)) checkSelections(info, type, fragment.selectionSet, spread);
  }
}

function applies({ schema }: Info, condition: string, type: GraphQLObjectType): boolean {
  const named = schema.getType(condition);
  return named === type || (isUnionType(named) && named.getTypes().includes(type));
}

function isIncluded({ variableValues }: Info, node: SelectionNode): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false
  );
}

function checkField(info: Info, type: GraphQLObjectType, node: FieldNode): void {
  const field: GraphQLField<unknown, unknown> | undefined = type.getFields()[node.name.value];
  // `__typename`.
  if (!field) return;
  checkArguments(info, field, node);
  if (!node.selectionSet) return;
  for (const possible of possibleTypes(field.type)) {
    checkSelections(info, possible, node.selectionSet, new Set());
  }
}

function checkArguments(
  { variableValues }: Info,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): void {
  const values = getArgumentValues(field, node, variableValues);
  for (const { name, description, extensions } of field.args) {
    if (typeof extensions.accepts !== "function" || extensions.accepts(values[name])) continue;
    const message = `${name} of ${field.name} cannot be ${values[name]}. ${description ?? ""}`.trim();
    throw new InvalidInputError(message, [{ path: name, message }]);
  }
}
