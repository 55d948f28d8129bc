import { useMemo } from "preact/hooks";
import type { ServedTable } from "../state/load-table";
import { idOf, type ModelName } from "../state/settings";
import { type Grid, gridOf } from "./grid";

/** The map's grid, where the model that answers reads the place. */
export function useGrid({ columns, models }: ServedTable, chosen: ModelName | undefined): Grid | undefined {
  return useMemo(() => {
    const grid = gridOf(columns);
    const reads = models
      .filter((model) => !chosen || idOf(model) === idOf(chosen))
      .some((model) =>
        model.columns.some(({ apiName, isRead }) => isRead && apiName === grid?.latitude.apiName),
      );
    return reads ? grid : undefined;
  }, [columns, models, chosen]);
}
