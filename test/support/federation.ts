import type { Table } from "../../model/table/table";
import type { Entity, EntityNames } from "../../schema/federation/entity";

/** The names that the configuration has by default. */
export const NAMES: EntityNames = { entity: "House", key: ["id"], columns: [] };

/** The entity of these names, with all columns of a table. */
export function entityOfTable({ features }: Table): Entity {
  const { entity: name, key } = NAMES;
  return { name, key, columns: features.map((column, position) => ({ column, position, nonNull: false })) };
}

/** A house as a router represents it. */
export function house(id: number, values: object = {}) {
  return { __typename: "House", id: String(id), medInc: 3.5, aveRooms: 5, aveOccup: 2, ...values };
}

/** As many houses, each of another income. */
export function houses(count: number) {
  return Array.from({ length: count }, (_, i) => house(i, { medInc: 1 + (i % 90) / 10 }));
}

/** What a router asks. */
export const ENTITIES =
  "query Prices($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on House { id prediction { predictedHousePrice } } } }";
