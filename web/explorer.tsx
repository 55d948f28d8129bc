import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { Contributions } from "./answer/contributions";
import { Price } from "./answer/price";
import { SideBySide } from "./answer/side-by-side";
import type { Value } from "./house/house";
import { HouseForm } from "./house/house-form";
import { usualHouse } from "./house/usual-value";
import { KeyForm } from "./key-form";
import { ModelChoice } from "./model-choice";
import { amountOf } from "./money";
import { QueryBehind } from "./query/query-behind";
import { fragmentOf, settingsOf } from "./state/address";
import type { ServedTable } from "./state/load-table";
import type { Settings } from "./state/settings";
import { usePrice } from "./state/use-price";
import { WhatIf } from "./what-if/what-if";

/** A browser takes only so many changes of the address in a while. */
const ADDRESS_DELAY_MS = 250;

/** The house on one side, its price and the reasons on the other. */
export function Explorer({ table }: { readonly table: ServedTable }) {
  const { models, target, columns, read } = table;
  const [settings, setSettings] = useSettings(table);
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
      <div class="question">
        <ModelChoice models={models} chosen={settings.model} onChange={(model) => change({ model })} />
        <HouseForm
          columns={columns}
          read={read}
          house={settings.house}
          warnings={prediction?.warnings ?? []}
          onChange={changeValue}
        />
      </div>
    </main>
  );
}

/** The settings, which the address of the page has too. */
function useSettings({ columns }: ServedTable) {
  const usual = useMemo(
    (): Settings => ({
      house: usualHouse(columns),
      model: undefined,
      coverage: 0.9,
      vary: undefined,
      against: undefined,
    }),
    [columns],
  );
  const [settings, setSettings] = useState(() => settingsOf(location.hash, columns, usual));
  useEffect(() => {
    const timer = setTimeout(() => history.replaceState(null, "", fragmentOf(settings)), ADDRESS_DELAY_MS);
    return () => clearTimeout(timer);
  }, [settings]);
  useEffect(() => {
    const read = () => setSettings(settingsOf(location.hash, columns, usual));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, [columns, usual]);
  return [settings, setSettings] as const;
}

function ErrorLine({ message, willRetry }: { readonly message: string; readonly willRetry: boolean }) {
  return (
    <p class="error" role="alert">
      {message} {willRetry && "The page asks again by itself."}
    </p>
  );
}

const ANNOUNCE_DELAY_MS = 700;

/** Tells a screen reader the price once it rests, not each one that passes by. */
function Announcer({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), ANNOUNCE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="hidden" role="status">
      {said}
    </p>
  );
}
