import { type DocumentNode, Kind, type SelectionSetNode } from "graphql";
import { SelectionWalker } from "../selection-walker";
import { refusal } from "./refusal";

/**
 * Maximum number of times that the same response name may be selected in one place. Clients that compose fragments repeat a name about
 * ten times.
 */
const MAX_REPEATS = 50;

/** Counted at most, after expanding fragments. */
const MAX_SELECTIONS = 10_000;

/**
 * Refuses a document that selects the same field very often, directly or by fragments. Validation compares all pairs of fields with the
 * same response name (`OverlappingFieldsCanBeMergedRule` of graphql-js), recursively.
 *
 * @param document - parsed, not validated
 * @throws GraphQLError QUERY_TOO_REPETITIVE
 */
export function refuseRepeatedFields(document: DocumentNode): void {
  const walker = new SelectionWalker(document, MAX_SELECTIONS);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) refuseRepeats(walker, [definition.selectionSet]);
  }
  // Validation also checks fragments that are not used.
  for (const [name, { selectionSet }] of walker.fragments) {
    if (!walker.spread.has(name)) refuseRepeats(walker, [selectionSet]);
  }
  if (walker.isExhausted) throw tooRepetitive("too many fields to count");
}

/** @param selectionSets - that are merged into one object */
function refuseRepeats(walker: SelectionWalker, selectionSets: readonly SelectionSetNode[]): void {
  const below = new Map<string, { repeats: number; selectionSets: SelectionSetNode[] }>();
  for (const selectionSet of selectionSets) {
    walker.forEachField(selectionSet, ({ alias, name, selectionSet: inside }) => {
      const key = (alias ?? name).value;
      const found = below.get(key) ?? { repeats: 0, selectionSets: [] };
      below.set(key, found);
      if (++found.repeats > MAX_REPEATS) throw tooRepetitive(`a field more than ${MAX_REPEATS} times`);
      if (inside) found.selectionSets.push(inside);
    });
  }
  for (const { selectionSets: inside } of below.values()) {
    if (inside.length > 0) refuseRepeats(walker, inside);
  }
}

function tooRepetitive(what: string) {
  return refusal("QUERY_TOO_REPETITIVE", `The query selects ${what} in one place. Select each field once.`);
}
