import type { Table } from "../../table/table";
import type { BlockData, BlockKind } from "./basis-format";

export function describeBlockKind(kind: BlockKind): string {
  switch (kind) {
    case "curve":
      return "one feature";
    case "missing":
      return "missing values";
    case "category":
      return "a category";
    case "location":
      return "location";
    case "product":
      return "two features";
    case "location-product":
      return "a feature × location";
    case "category-product":
      return "a feature × a category";
    case "similarity":
      return "similar houses";
  }
}

/** Label of a block, such as "income", "income × rooms", "location" or "income × location". */
export function labelOf(block: BlockData, table: Table): string {
  const label = (feature: string) => table.features[table.indexOf(feature)].label;
  switch (block.kind) {
    case "curve":
    case "missing":
    case "category":
      return label(block.feature);
    case "location":
      return "location";
    case "product":
      return block.features.map(label).join(" × ");
    case "location-product":
      return `${label(block.feature)} × location`;
    case "category-product":
      return `${label(block.feature)} × ${label(block.number)}`;
    case "similarity":
      return "similar houses";
  }
}
