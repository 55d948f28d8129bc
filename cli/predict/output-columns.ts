import type { Table } from "../../model/table/table";

/** What the output has behind the columns of the input, beside prediction and model. */
export interface AddedColumns {
  /** Coverage of the interval; without one there is no interval. */
  readonly coverage: number | undefined;
  /** Whether there is a column of warnings. */
  readonly warnings: boolean;
}

/**
 * The columns that the output has behind those of the input, named as the API names its fields. Where the target has a
 * currency, each amount is there in it as well.
 */
export function namesOf({ coverage, warnings }: AddedColumns, { target }: Table): readonly string[] {
  const { currency } = target;
  const amounts = ["predictedHousePrice", ...(coverage === undefined ? [] : ["lower", "upper"])];
  const named = amounts.flatMap((name) =>
    currency === undefined ? name : [name, `${name}${inPascalCase(currency)}`],
  );
  return [...named, ...(warnings ? ["warnings"] : []), "model"];
}

/** `Usd` for `USD`: as in the names of the API. */
function inPascalCase(currency: string): string {
  return currency.charAt(0) + currency.slice(1).toLowerCase();
}
