import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { refusal } from "./refusal";

/**
 * Maximum number of times that the same response name may be selected in one place. Clients that compose fragments repeat a name about
 * ten times.
 */
const MAX_REPEATS = 50;

/** Fields counted at most, after expanding fragments. */
const MAX_FIELDS = 10_000;

/**
 * Refuses a document that selects the same field very often, directly or by fragments. Validation compares all pairs of fields with the
 * same response name (`OverlappingFieldsCanBeMergedRule` of graphql-js), recursively.
 *
 * @param document - parsed, not validated
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
  // Validation also checks fragments that are not used.
  for (const fragment of fragments.values()) {
    if (!counter.spread.has(fragment)) counter.count([fragment.selectionSet]);
  }
}

class FieldCounter {
  readonly spread = new Set<FragmentDefinitionNode>();
  private fields = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  /** Counts the fields of selection sets that are merged into one object, and the fields below them. */
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
          // Validation reports cycles and unknown fragments.
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
