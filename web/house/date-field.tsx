import { dayOf, daysOf } from "./day";
import type { FieldProps } from "./field-props";
import { Slider } from "./slider";
import { spanOf } from "./span";
import { anyValue } from "./usual-value";

/** A day: a field of the browser's own, and a slider over what training has seen. */
export function DateField({ column, value, onChange, id, describedBy }: FieldProps) {
  const span = spanOf(column);
  const change = (day: string) => {
    if (day !== "") onChange(day);
    else if (!column.required) onChange(null);
  };
  return (
    <>
      <input
        id={id}
        type="date"
        value={value === null ? "" : String(value)}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      {span && (
        <Slider
          column={column}
          span={span}
          at={daysOf(String(value ?? anyValue(column)))}
          text={String(value ?? "not known")}
          isKnown={value !== null}
          onInput={(day) => onChange(dayOf(day))}
        />
      )}
    </>
  );
}
