import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import { SelectionWalker } from "../selection-walker";

/** Maximum number of fields and fragments after expanding fragments; bounds the time and memory of one compilation. */
const MAX_SELECTIONS = 200;

/**
 * Returns the operation if it is safe to compile; otherwise undefined, and graphql-js executes it.
 *
 * graphql-jit generates JavaScript and evaluates it, so a client's document could become code, and it deviates from graphql-js in places.
 * Only documents as most clients send them are compiled: one query with fields, aliases, fragments, and variables as whole arguments.
 * Refused are:
 * - String literals: graphql-jit 0.8.9 turns strings with a certain prefix into code (`objectStringify` in execution.ts), which allows
 *   arbitrary code execution.
 * - Names that begin with two underscores, except `__typename`: no introspection, and no key `__proto__`.
 * - Directives: graphql-jit mixes up their conditions if a fragment is spread twice.
 * - Variables inside an object or a list: graphql-jit does not check them for null.
 *
 * @param document - a validated document: its fragments exist and have no cycles
 */
export function compilableOperation(document: DocumentNode): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  if (operations.length !== 1 || operation.operation !== OperationTypeNode.QUERY) return undefined;
  return isPlain(document) && isSmall(document, operation) ? operation : undefined;
}

function isPlain(document: DocumentNode): boolean {
  let plain = true;
  const refuse = () => {
    plain = false;
    return BREAK;
  };
  visit(document, {
    StringValue: refuse,
    Directive: refuse,
    Name: ({ value }) => (value.startsWith("__") && value !== "__typename" ? refuse() : undefined),
    Variable: (_node, _key, parent) =>
      // Inside a list, the parent is the array of values.
      parent && (!("kind" in parent) || parent.kind === Kind.OBJECT_FIELD) ? refuse() : undefined,
  });
  return plain;
}

/**
 * Whether graphql-jit may also compile the serializer. It uses one field order for all types of a union, so `{ ... on A { x __typename }
 * ... on B { y __typename } }` would be ordered differently than by graphql-js.
 */
export function keepsOrderOfFields(document: DocumentNode): boolean {
  let fragments = 0;
  let hasTypename = false;
  visit(document, {
    InlineFragment: () => void fragments++,
    FragmentSpread: () => void fragments++,
    Field: ({ name }) => {
      hasTypename ||= name.value === "__typename";
    },
  });
  return fragments === 0 || (fragments === 1 && !hasTypename);
}

/** Whether the operation is small enough; the fields of a fragment count once per spread. */
function isSmall(document: DocumentNode, { selectionSet }: OperationDefinitionNode): boolean {
  const walker = new SelectionWalker(document, MAX_SELECTIONS);
  const visit = ({ selectionSet: inside }: FieldNode) => {
    if (inside) walker.forEachField(inside, visit);
  };
  walker.forEachField(selectionSet, visit);
  return !walker.isExhausted;
}
