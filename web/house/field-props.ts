import type { Column, Value } from "./house";

/** What a field of any type is given. */
export interface FieldProps {
  readonly column: Column;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly id: string;
  readonly describedBy: string;
}
