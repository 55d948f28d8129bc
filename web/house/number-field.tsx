import { useState } from "preact/hooks";
import type { FieldProps } from "./field-props";
import { Slider } from "./slider";
import { onStep, spanOf } from "./span";
import { anyValue } from "./usual-value";

/** A number, a whole number or a year: a slider over what training has seen, and a box that takes any number. */
export function NumberField({ column, value, onChange, id, describedBy }: FieldProps) {
  const [text, setText] = useState<string>();
  const span = spanOf(column);
  const shown = text ?? (value === null ? "" : String(value));
  const type = (typed: string) => {
    setText(typed);
    const number = Number(typed);
    if (typed.trim() === "") {
      if (!column.required) onChange(null);
    } else if (isWanted(number, column.type)) onChange(number);
  };
  return (
    <>
      <input
        id={id}
        class="number"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        placeholder="not known"
        aria-describedby={describedBy}
        aria-invalid={text !== undefined && text.trim() !== "" && !isWanted(Number(text), column.type)}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onBlur={() => setText(undefined)}
      />
      {span && (
        <Slider
          column={column}
          span={span}
          at={Number(value ?? anyValue(column))}
          isKnown={value !== null}
          step={span.step}
          onInput={(at) => onChange(onStep(at, span))}
        />
      )}
    </>
  );
}

function isWanted(number: number, type: FieldProps["column"]["type"]): boolean {
  return type === "NUMBER" ? Number.isFinite(number) : Number.isInteger(number);
}
