import { useMemo } from "preact/hooks";
import { ChoiceField } from "./choice-field";
import { DateField } from "./date-field";
import { dayOf } from "./day";
import type { Column, Value } from "./house";
import { NumberField } from "./number-field";
import { isOutside } from "./outside";
import { anyValue } from "./usual-value";

const FIELDS = {
  NUMBER: NumberField,
  INTEGER: NumberField,
  YEAR: NumberField,
  DATE: DateField,
  CATEGORY: ChoiceField,
  BOOLEAN: ChoiceField,
};

interface Props {
  readonly column: Column;
  readonly value: Value;
  /** The warnings about this column, joined. */
  readonly warnings: string;
  readonly onChange: (name: string, value: Value) => void;
}

/** One value of the house, with its label, what training has seen of it, and the warnings about it. Drawn again only when it changes. */
export function Field({ column, value, warnings, onChange }: Props) {
  return useMemo(
    () => <FieldParts column={column} value={value} warnings={warnings} onChange={onChange} />,
    [column, value, warnings, onChange],
  );
}

function FieldParts({ column, value, warnings, onChange }: Props) {
  const { apiName, label, unit, description, required, type } = column;
  const id = `field-${apiName}`;
  const change = (changed: Value) => onChange(apiName, changed);
  const Input = FIELDS[type];
  const hasSwitch = !required && type !== "CATEGORY" && type !== "BOOLEAN";
  return (
    <div class={`field ${isOutside(column, value) ? "outside" : ""}`}>
      <label for={id} title={description ?? ""}>
        {label} {unit && <span class="unit">{unit}</span>}
      </label>
      <Input column={column} value={value} onChange={change} id={id} describedBy={`${id}-hint`} />
      <div class="hint" id={`${id}-hint`}>
        {rangeOf(column)} {warnings && <span class="warning">{warnings}</span>}
      </div>
      {hasSwitch && (
        <label class="switch">
          <input
            type="checkbox"
            checked={value === null}
            onChange={({ currentTarget }) => change(currentTarget.checked ? null : anyValue(column))}
          />{" "}
          not known
        </label>
      )}
    </div>
  );
}

const NUMBERS = new Intl.NumberFormat("en", { maximumSignificantDigits: 5 });

/** The range of the training rows in words. */
function rangeOf({ type, min, max }: Column): string {
  if (typeof min !== "number" || typeof max !== "number" || type === "BOOLEAN") return "";
  const show = (value: number) => {
    if (type === "DATE") return dayOf(value);
    if (type === "YEAR") return String(value);
    return NUMBERS.format(value);
  };
  return `seen: ${show(min)} to ${show(max)}`;
}
