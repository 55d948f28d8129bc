import { Distribution } from "../charts/distribution";
import type { FieldProps } from "./field-props";
import type { Span } from "./span";

interface Props extends Pick<FieldProps, "column"> {
  readonly span: Span;
  /** Its position, on the scale of the span. */
  readonly at: number;
  /** What the position means, if not its number. */
  readonly text?: string;
  readonly isKnown: boolean;
  readonly step?: number;
  readonly onInput: (at: number) => void;
}

/** A slider over what training has seen, below the distribution of the training rows. */
export function Slider({ column, span, at, text, isKnown, step, onInput }: Props) {
  return (
    <div class="slider">
      <Distribution column={column} span={span} />
      <input
        type="range"
        class={isKnown ? "" : "unknown"}
        aria-label={`${column.label}, slider`}
        aria-valuetext={text}
        min={span.from}
        max={span.to}
        step={step}
        value={at}
        onInput={({ currentTarget }) => onInput(currentTarget.valueAsNumber)}
      />
    </div>
  );
}
