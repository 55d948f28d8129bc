import { useMemo } from "preact/hooks";
import { amountOf, type Target } from "../money";
import type { ModelSummary } from "../state/load-table";
import { idOf, type ModelName, type Settings } from "../state/settings";
import { type Prediction, usePrice } from "../state/use-price";
import { ModelLink } from "./model-link";

interface Props {
  readonly models: readonly ModelSummary[];
  readonly prediction: Prediction;
  readonly target: Target;
  readonly settings: Settings;
  readonly onAgainst: (model: ModelName | undefined) => void;
}

/** What another model says of the same house. */
export function SideBySide({ models, prediction, target, settings, onAgainst }: Props) {
  const { house, against, coverage } = settings;
  const question = useMemo(() => against && { house, model: against, coverage }, [house, against, coverage]);
  const { answer, error } = usePrice(question);
  const id = against && idOf(against);
  const rows = [prediction, ...(answer && against && idOf(answer.model) === id ? [answer] : [])];
  return (
    <section class="side-by-side" aria-labelledby="side-title">
      <h2 id="side-title">Side by side</h2>
      <p>
        <label>
          Compare with{" "}
          <select
            class="inline"
            onChange={({ currentTarget }) => {
              const model = models[currentTarget.selectedIndex - 1];
              onAgainst(model && { name: model.name, version: model.version });
            }}
          >
            <option selected={id === undefined}>no other model</option>
            {models.map((model) => (
              <option key={idOf(model)} selected={idOf(model) === id}>
                {idOf(model)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {against && error && <p class="error">{error.message}</p>}
      {against && (
        <table class="contributions">
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">Price</th>
              <th scope="col">Interval</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ model, predictedHousePrice, interval }, i) => (
              <tr key={String(i)}>
                <td>
                  <ModelLink name={model.name} version={model.version} />
                </td>
                <td>{amountOf(target, predictedHousePrice)}</td>
                <td>
                  {amountOf(target, interval.lower)} to {amountOf(target, interval.upper)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
