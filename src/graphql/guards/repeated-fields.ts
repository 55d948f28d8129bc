import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { refusal } from "./refusal";

/** How often the same response name may stand in one place of an answer. Clients that compose fragments repeat a name some ten times. */
const MAX_REPEATS = 50;

/** Most fields of a document, with its fragments written out, that are counted. */
const MAX_FIELDS = 10_000;

/**
 * Refuses a document that asks for the same field of an answer very often, directly or by fragments. Validation compares all fields of
 * the same response name in pairs (`OverlappingFieldsCanBeMergedRule` of graphql-js), and what is selected in each pair, and so on.
 *
 * @param document - one that is parsed, but not validated
 * @throws GraphQLError QUERY_TOO_REPETITIVE
 */
export function refuseRepeatedFields(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const counter = new FieldCounter(fragments);
  for (const { selectionSet } of operations) counter.count([selectionSet]);
  // Validation looks at fragments that nobody spreads as well.
  for (const fragment of fragments.values()) {
    if (!counter.spread.has(fragment)) counter.count([fragment.selectionSet]);
  }
}

class FieldCounter {
  /** The fragments that were met. */
  readonly spread = new Set<FragmentDefinitionNode>();
  private fields = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  /** Counts the fields of selection sets that make one object of the answer, and those below them. */
  count(selectionSets: readonly SelectionSetNode[]): void {
    const below = new Map<string, { repeats: number; selectionSets: SelectionSetNode[] }>();
    const collect = ({ selections }: SelectionSetNode, within: ReadonlySet<string>): void => {
      for (const selection of selections) {
        if (++this.fields > MAX_FIELDS) throw tooRepetitive("too many fields to count");
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value;
          const found = below.get(name) ?? { repeats: 0, selectionSets: [] };
          below.set(name, found);
          if (++found.repeats > MAX_REPEATS) throw tooRepetitive(`a field more than ${MAX_REPEATS} times`);
          if (selection.selectionSet) found.selectionSets.push(selection.selectionSet);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          collect(selection.selectionSet, within);
        } else {
          const name = selection.name.value;
          const fragment = this.fragments.get(name);
          // Circles and unknown fragments are for validation to tell.
          if (!fragment || within.has(name)) continue;
          this.spread.add(fragment);
          collect(fragment.selectionSet, new Set(within).add(name));
        }
      }
    };
    for (const selectionSet of selectionSets) collect(selectionSet, new Set());
    for (const { selectionSets } of below.values()) if (selectionSets.length > 0) this.count(selectionSets);
  }
}

function tooRepetitive(what: string) {
  return refusal("QUERY_TOO_REPETITIVE", `The query selects ${what} in one place. Select each field once.`);
}
