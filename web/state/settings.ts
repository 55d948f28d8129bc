import type { House } from "../house/house";

/** What names a model. */
export interface ModelName {
  readonly name: string;
  readonly version: number;
}

/** What a price depends on. */
export interface PriceQuestion {
  readonly house: House;
  /** The model that is to answer; undefined for the best whose features the house has. */
  readonly model: ModelName | undefined;
  readonly coverage: number;
}

/** All that a person has chosen on the page. */
export interface Settings extends PriceQuestion {
  /** API name of the column whose values are tried. */
  readonly vary: string | undefined;
  /** The model that is compared. */
  readonly against: ModelName | undefined;
}

export const idOf = ({ name, version }: ModelName): string => `${name}@${version}`;

/** The model that an id such as `linear@2` names. */
export function modelOf(id: string | null): ModelName | undefined {
  const [, name, version] = /^(.+)@(\d+)$/.exec(id ?? "") ?? [];
  return name === undefined ? undefined : { name, version: Number(version) };
}
