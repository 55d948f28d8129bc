import type { Table } from "../../model/table/table";

/** Optional columns that follow prediction and model in the output. */
export interface AddedColumns {
  /** Coverage of the interval; undefined for no interval. */
  readonly coverage: number | undefined;
  readonly warnings: boolean;
}

/** Names of the added columns. */
export function namesOf(added: AddedColumns, table: Table): readonly string[] {
  return [...amountNames(added, table), ...(added.warnings ? ["warnings"] : []), "model"];
}

/** Names of the amounts among them, like the API's fields. If the target has a currency, each amount is also given in it. */
export function amountNames({ coverage }: AddedColumns, { target }: Table): readonly string[] {
  const { currency } = target;
  const amounts = ["predictedHousePrice", ...(coverage === undefined ? [] : ["lower", "upper"])];
  return amounts.flatMap((name) =>
    currency === undefined ? name : [name, `${name}${inPascalCase(currency)}`],
  );
}

/** `Usd` for `USD`, as in the API. */
function inPascalCase(currency: string): string {
  return currency.charAt(0) + currency.slice(1).toLowerCase();
}
