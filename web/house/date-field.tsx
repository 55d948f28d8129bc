import { Distribution } from "../charts/distribution";
import { dayOf, daysOf } from "./day";
import type { FieldProps } from "./field-props";
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
        <div class="slider">
          <Distribution column={column} span={span} />
          <input
            type="range"
            class={value === null ? "unknown" : ""}
            aria-label={`${column.label}, slider`}
            aria-valuetext={String(value ?? "not known")}
            min={span.from}
            max={span.to}
            value={daysOf(String(value ?? anyValue(column)))}
            onInput={({ currentTarget }) => onChange(dayOf(currentTarget.valueAsNumber))}
          />
        </div>
      )}
    </>
  );
}
