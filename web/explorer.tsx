import { useCallback, useMemo } from "preact/hooks";
import { Announcer } from "./announcer";
import { Contributions } from "./answer/contributions";
import { Price } from "./answer/price";
import { SideBySide } from "./answer/side-by-side";
import { ExampleChoice } from "./house/example-choice";
import type { Value } from "./house/house";
import { HouseForm } from "./house/house-form";
import { usualHouse } from "./house/usual-value";
import { KeyForm } from "./key-form";
import type { Cell, Grid } from "./map/grid";
import { PriceMap } from "./map/price-map";
import { useGrid } from "./map/use-grid";
import { ModelChoice } from "./model-choice";
import { amountOf } from "./money";
import { QueryBehind } from "./query/query-behind";
import type { ServedTable } from "./state/load-table";
import type { Settings } from "./state/settings";
import { usePrice } from "./state/use-price";
import { useSettings } from "./state/use-settings";
import { WhatIf } from "./what-if/what-if";

/** The house on one side, its price and the reasons on the other. */
export function Explorer({ table }: { readonly table: ServedTable }) {
  const { models, target, columns, examples, read } = table;
  const usual = useMemo(() => usualHouse(columns), [columns]);
  const [settings, setSettings] = useSettings(columns, usual);
  const grid = useGrid(table, settings.model);
  const change = useCallback((part: Partial<Settings>) => setSettings((all) => ({ ...all, ...part })), []);
  const changeValue = useCallback(
    (name: string, value: Value) =>
      setSettings((all) => ({ ...all, house: { ...all.house, [name]: value } })),
    [],
  );
  const { house, model, coverage } = settings;
  const question = useMemo(() => ({ house, model, coverage }), [house, model, coverage]);
  const { answer: prediction, error } = usePrice(question);
  return (
    <main>
      <div class="question">
        <ModelChoice models={models} chosen={settings.model} onChange={(model) => change({ model })} />
        <ExampleChoice examples={examples} columns={columns} onChoose={(house) => change({ house })} />
        <HouseForm
          columns={columns}
          read={read}
          house={settings.house}
          warnings={prediction?.warnings ?? []}
          onChange={changeValue}
        />
        {grid && (
          <PriceMap
            grid={grid}
            target={target}
            usual={usual}
            house={house}
            model={model}
            onMove={(place) => change({ house: { ...house, ...placeIn(grid, place) } })}
          />
        )}
      </div>
      <div class={`answer ${error ? "old" : ""}`}>
        {error && <ErrorLine message={error.message} willRetry={error.retryAfter !== undefined} />}
        {error?.kind === "key" && <KeyForm onKey={() => change({ house: { ...house } })} />}
        {prediction && (
          <>
            <Price
              prediction={prediction}
              target={target}
              coverage={settings.coverage}
              onCoverage={(coverage) => change({ coverage })}
            />
            <Contributions prediction={prediction} target={target} />
            <WhatIf
              columns={columns.filter(({ apiName }) => read.has(apiName))}
              target={target}
              settings={settings}
              onVary={(vary) => change({ vary })}
            />
            <SideBySide
              models={models}
              prediction={prediction}
              target={target}
              settings={settings}
              onAgainst={(against) => change({ against })}
            />
            <QueryBehind settings={settings} columns={columns} target={target} />
          </>
        )}
        <Announcer text={prediction && !error ? amountOf(target, prediction.predictedHousePrice) : ""} />
      </div>
    </main>
  );
}

const placeIn = ({ latitude, longitude }: Grid, place: Cell) => ({
  [latitude.apiName]: place.latitude,
  [longitude.apiName]: place.longitude,
});

function ErrorLine({ message, willRetry }: { readonly message: string; readonly willRetry: boolean }) {
  return (
    <p class="error" role="alert">
      {message} {willRetry && "The page asks again by itself."}
    </p>
  );
}
