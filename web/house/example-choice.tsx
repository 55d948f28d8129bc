import type { PageColumnsQuery } from "../gql/graphql";
import type { Column, House, Value } from "./house";

export type Example = PageColumnsQuery["modelInfo"]["examples"][number];

interface Props {
  readonly examples: readonly Example[];
  readonly columns: readonly Column[];
  readonly onChoose: (house: House) => void;
}

/** Real houses to begin with: one button for each. */
export function ExampleChoice({ examples, columns, onChoose }: Props) {
  if (examples.length === 0) return null;
  return (
    <p class="examples">
      Begin with a house of the test rows:
      {examples.map((example) => (
        <button key={example.kind} type="button" onClick={() => onChoose(houseOf(example, columns))}>
          {example.kind.toLowerCase()}
        </button>
      ))}
    </p>
  );
}

/** What an example does not have is not known. */
function houseOf({ input }: Example, columns: readonly Column[]): House {
  const values: Readonly<Record<string, Value>> = input;
  return Object.fromEntries(columns.map(({ apiName }) => [apiName, values[apiName] ?? null]));
}
