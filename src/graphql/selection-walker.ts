import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from "graphql";

const NO_FRAGMENTS: ReadonlySet<string> = new Set();

/**
 * Visits the fields of selection sets and of their fragments, in order. Fragments that spread each other can stand for exponentially many
 * fields, so it stops after a number of selections.
 */
export class SelectionWalker {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Names of the fragments that were spread so far. */
  readonly spread = new Set<string>();
  private visited = 0;

  /**
   * @param document - parsed; it may be invalid
   * @param maxSelections - that are visited, in all selection sets together
   */
  constructor(
    { definitions }: DocumentNode,
    private readonly maxSelections: number,
  ) {
    this.fragments = new Map(
      definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
  }

  /** Whether there were more selections, so that some were not visited. */
  get isExhausted(): boolean {
    return this.visited > this.maxSelections;
  }

  /**
   * Visits the fields of one object; those below them only if `visit` calls it again.
   *
   * @param isEntered - whether a fragment with this type condition applies to the object
   */
  forEachField(
    selectionSet: SelectionSetNode,
    visit: (field: FieldNode) => void,
    isEntered: (typeCondition: string) => boolean = () => true,
  ): void {
    this.walk(selectionSet, visit, isEntered, NO_FRAGMENTS);
  }

  /** @param within - the fragments around the selection set; validation reports cycles and unknown fragments */
  private walk(
    { selections }: SelectionSetNode,
    visit: (field: FieldNode) => void,
    isEntered: (typeCondition: string) => boolean,
    within: ReadonlySet<string>,
  ): void {
    for (const selection of selections) {
      this.visited++;
      if (this.isExhausted) return;
      if (selection.kind === Kind.FIELD) visit(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition, selectionSet } = selection;
        if (!typeCondition || isEntered(typeCondition.name.value)) {
          this.walk(selectionSet, visit, isEntered, within);
        }
      } else {
        const name = selection.name.value;
        const fragment = this.fragments.get(name);
        if (!fragment || within.has(name)) continue;
        this.spread.add(name);
        if (isEntered(fragment.typeCondition.name.value)) {
          this.walk(fragment.selectionSet, visit, isEntered, new Set(within).add(name));
        }
      }
    }
  }
}
