import { useEffect, useMemo, useState } from "preact/hooks";
import type { Column, House } from "../house/house";
import { fragmentOf, settingsOf } from "./address";
import type { Settings } from "./settings";

/** A browser takes only so many changes of the address in a while. */
const ADDRESS_DELAY_MS = 250;

/** What holds where the address says nothing. */
const usualSettings = (house: House): Settings => ({
  house,
  model: undefined,
  coverage: 0.9,
  vary: undefined,
  against: undefined,
});

/**
 * The settings, which the address of the page has too.
 *
 * @param house - the house that the page starts with
 */
export function useSettings(columns: readonly Column[], house: House) {
  const usual = useMemo(() => usualSettings(house), [house]);
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
