import { Folded } from "../folded";
import type { Column } from "../house/house";
import type { Target } from "../money";
import { idOf, type Settings } from "../state/settings";
import { CurveChart } from "./curve-chart";
import { canVary, hasCurve } from "./points";
import { PriceTable } from "./price-table";
import { useCurve } from "./use-curve";

interface Props {
  readonly columns: readonly Column[];
  readonly target: Target;
  readonly settings: Settings;
  readonly onVary: (name: string) => void;
}

/** Every tenth of the curve is enough for the table behind it. */
const TABLE_STEP = 6;

/** What this house would cost were one of its values another. */
export function WhatIf({ columns, target, settings, onVary }: Props) {
  const { house, model, against, coverage } = settings;
  const choices = columns.filter(canVary);
  const column =
    choices.find(({ apiName }) => apiName === settings.vary) ?? choices.find(hasCurve) ?? choices[0];
  const points = useCurve(column && { column, house, model, coverage });
  const others = useCurve(column && against && { column, house, model: against, coverage });
  if (!column) return null;
  const value = house[column.apiName] ?? null;
  return (
    <section class="what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title">What if</h2>
      <p>
        <label>
          The price by{" "}
          <select
            class="inline"
            onChange={({ currentTarget }) =>
              onVary(choices[currentTarget.selectedIndex]?.apiName ?? column.apiName)
            }
          >
            {choices.map(({ apiName, label }) => (
              <option key={apiName} selected={apiName === column.apiName}>
                {label}
              </option>
            ))}
          </select>
        </label>
        , everything else unchanged{against && `; dashed: ${idOf(against)}`}
      </p>
      {hasCurve(column) ? (
        <>
          <CurveChart column={column} value={value} target={target} points={points} others={others} />
          <Folded summary="As a table">
            {() => (
              <PriceTable
                column={column}
                value={value}
                target={target}
                points={points.filter((_, i) => i % TABLE_STEP === 0)}
              />
            )}
          </Folded>
        </>
      ) : (
        points.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          <section class="scrolls" aria-label={`Prices by ${column.label}`} tabIndex={0}>
            <PriceTable column={column} value={value} target={target} points={points} />
          </section>
        )
      )}
    </section>
  );
}
