import type { FieldProps } from "./field-props";
import type { Value } from "./house";
import { labelOfCategory, valueOfCategory } from "./usual-value";

interface Choice {
  readonly value: Value;
  readonly label: string;
}

const NOT_KNOWN: Choice = { value: null, label: "not known" };
const YES_OR_NO: readonly Choice[] = [
  { value: true, label: "yes" },
  { value: false, label: "no" },
];

/** A category, or yes and no. */
export function ChoiceField({ column, value, onChange, id, describedBy }: FieldProps) {
  const { type, required, categories } = column;
  const known =
    type === "BOOLEAN"
      ? YES_OR_NO
      : (categories ?? []).map((category) => ({
          value: valueOfCategory(category),
          label: labelOfCategory(category) + (category.rows === 0 ? " (not seen in training)" : ""),
        }));
  const choices = required ? known : [NOT_KNOWN, ...known];
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => onChange(choices[currentTarget.selectedIndex]?.value ?? null)}
    >
      {choices.map((choice) => (
        <option key={String(choice.value)} selected={choice.value === value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
