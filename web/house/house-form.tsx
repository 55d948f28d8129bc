import { Folded } from "../folded";
import type { PriceQuery } from "../gql/graphql";
import { Field } from "./field";
import type { Column, House, Value } from "./house";

type Warning = PriceQuery["predictHousePrice"]["warnings"][number];

interface Props {
  readonly columns: readonly Column[];
  /** API names of the columns that a model reads. */
  readonly read: ReadonlySet<string>;
  readonly house: House;
  readonly warnings: readonly Warning[];
  readonly onChange: (name: string, value: Value) => void;
}

/** The API begins a warning about a column with its API name; here it has the name of the field. */
const withLabel = (message: string, { apiName, label }: Column) =>
  message.startsWith(`${apiName} `) ? label + message.slice(apiName.length) : message;

/** The house: a field for each column of the table. What no model reads comes last, folded away. */
export function HouseForm({ columns, read, house, warnings, onChange }: Props) {
  const fieldOf = (column: Column) => (
    <Field
      key={column.apiName}
      column={column}
      value={house[column.apiName] ?? null}
      warnings={warnings
        .filter(({ feature }) => feature === column.apiName)
        .map(({ message }) => withLabel(message, column))
        .join(" ")}
      onChange={onChange}
    />
  );
  const unread = columns.filter(({ apiName }) => !read.has(apiName));
  return (
    <form class="house" aria-label="The house" onSubmit={(event) => event.preventDefault()}>
      <div class="fields">{columns.filter(({ apiName }) => read.has(apiName)).map(fieldOf)}</div>
      {unread.length > 0 && (
        <Folded summary={`${unread.length} more that no model reads`}>
          {() => <div class="fields">{unread.map(fieldOf)}</div>}
        </Folded>
      )}
    </form>
  );
}
