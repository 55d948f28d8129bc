import {
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  visit,
} from "graphql";

/** Most fields of a document, with its fragments written out: what one compiled operation may take of time and memory. */
const MOST_FIELDS = 200;

/**
 * The operation of a document that may be compiled; undefined where it is of another kind, which graphql-js executes as ever.
 *
 * graphql-jit writes JavaScript and evaluates it. The threat is a client whose document becomes part of that code; and it
 * does not follow graphql-js everywhere. So only documents are compiled of which little enough is left to be sure of,
 * and which are what clients send: one query with fields, aliases, fragments, and variables as whole arguments.
 *
 * - No string is written in the document: graphql-jit 0.8.9 turns strings that begin with a mark of its own into code
 *   (`objectStringify` in execution.ts), so that a string literal could run anything in this process.
 * - No name begins with two underscores but `__typename`: no introspection, and no key `__proto__`.
 * - No directives: where a fragment is spread twice, it mixes up their conditions.
 * - No variable is within an object or a list: it does not check such a one again where it may be null.
 *
 * @param document - one that has passed validation, so that its fragments exist and have no circle
 */
export function compilableOperation(document: DocumentNode): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  if (operations.length !== 1 || operation.operation !== OperationTypeNode.QUERY) return undefined;
  return isPlain(document) && countFields(document, operation) <= MOST_FIELDS ? operation : undefined;
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
      // Within a list the parent is the array of its values.
      parent && (!("kind" in parent) || parent.kind === Kind.OBJECT_FIELD) ? refuse() : undefined,
  });
  return plain;
}

/**
 * Whether graphql-jit may also compile the function that writes the answer as text. That one keeps one order of fields for all the types of
 * a union, so that `{ ... on A { x __typename } ... on B { y __typename } }` would come in another order than graphql-js gives.
 * Where only one type has fields, there is nothing to mix.
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

/** Number of the operation's fields, where those of a fragment count each time that it is spread. */
function countFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const counts = new Map<string, number>();
  const countFragment = (name: string): number => {
    const selectionSet = fragments.get(name)?.selectionSet;
    const count = counts.get(name) ?? (selectionSet ? countIn(selectionSet) : 0);
    counts.set(name, count);
    return count;
  };
  const countIn = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + countFragment(selection.name.value);
      const inside = selection.selectionSet ? countIn(selection.selectionSet) : 0;
      return sum + inside + (selection.kind === Kind.FIELD ? 1 : 0);
    }, 0);
  return countIn(operation.selectionSet);
}
