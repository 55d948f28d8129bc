import type { ModelSummary } from "./state/load-table";
import { idOf, type ModelName } from "./state/settings";

interface Props {
  readonly models: readonly ModelSummary[];
  readonly chosen: ModelName | undefined;
  readonly onChange: (model: ModelName | undefined) => void;
}

/** Which model is to answer. */
export function ModelChoice({ models, chosen, onChange }: Props) {
  const id = chosen && idOf(chosen);
  const about = models.find((model) => idOf(model) === id);
  return (
    <div class="field">
      <label for="model">Model</label>
      <select
        id="model"
        aria-describedby="model-hint"
        onChange={({ currentTarget }) => {
          const model = models[currentTarget.selectedIndex - 1];
          onChange(model && { name: model.name, version: model.version });
        }}
      >
        <option selected={id === undefined}>the best for what is known</option>
        {models.map((model) => (
          <option key={idOf(model)} selected={idOf(model) === id}>
            {idOf(model)}
          </option>
        ))}
      </select>
      <div class="hint" id="model-hint">
        {about ? (about.note ?? about.reason) : ""}
      </div>
    </div>
  );
}
