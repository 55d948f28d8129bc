import type { EntityNames } from "../schema/federation/entity";
import type { Config } from "./config";

/** How the configuration names the houses of another subgraph. */
export function entityNames({
  FEDERATION_ENTITY: entity,
  FEDERATION_KEY: key,
  FEDERATION_COLUMNS: columns,
}: Pick<Config, "FEDERATION_ENTITY" | "FEDERATION_KEY" | "FEDERATION_COLUMNS">): EntityNames {
  return { entity, key, columns };
}
