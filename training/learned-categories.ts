import { HousePriceError } from "../model/errors";
import type { CellType } from "../model/table/column";
import { quoted } from "../model/table/quoted";
import { MAX_CATEGORIES, MAX_CATEGORY, type TableSchema } from "../model/table/schema-format";
import type { TableColumn } from "../model/table/table-column";

/** Collects the categories of a column without listed categories. */
export class LearnedCategories {
  /** While reading, a value is the position of its category in order of appearance. */
  readonly column: TableColumn;
  private readonly positions = new Map<string, number>();

  constructor(column: TableColumn) {
    const { missingCategory, missingValues = new Set<string>() } = column;
    const type: CellType = {
      name: `a category of at most ${MAX_CATEGORY} characters`,
      parse: (cell) => {
        const text = cell.trim();
        const isMissing = text === "" || missingValues.has(text);
        const category = isMissing ? missingCategory : text;
        return category === undefined || category.length > MAX_CATEGORY
          ? Number.NaN
          : this.positionOf(category);
      },
    };
    this.column = { ...column, type };
  }

  get sorted(): string[] {
    return [...this.positions.keys()].sort();
  }

  /** Maps the values read to positions among the sorted categories. */
  sortValues(values: readonly number[]): number[] {
    const ranks = new Map(this.sorted.map((category, rank) => [category, rank]));
    const rankOf = Array.from(this.positions.keys(), (category) => ranks.get(category) ?? Number.NaN);
    return values.map((value) => rankOf[value] ?? Number.NaN);
  }

  /** @throws HousePriceError DATA_INVALID if there are too many categories */
  refuseTooMany(file: string): void {
    const { size } = this.positions;
    if (size <= MAX_CATEGORIES) return;
    throw new HousePriceError(
      "DATA_INVALID",
      `${file}: column ${quoted(this.column.name)} has more than ${MAX_CATEGORIES} different texts, which is too many for categories: give it the role "ignored" in the schema.`,
    );
  }

  private positionOf(category: string): number {
    const known = this.positions.get(category);
    if (known !== undefined) return known;
    const { size } = this.positions;
    // One more than allowed is enough to detect an excess.
    if (size > MAX_CATEGORIES) return size - 1;
    this.positions.set(category, size);
    return size;
  }
}

/** Adds the learned categories to a schema. */
export function withEnums(schema: TableSchema, learned: readonly LearnedCategories[]): TableSchema {
  const categories = new Map(learned.map(({ column, sorted }) => [column.name, sorted]));
  const fields = schema.fields.map((field) => {
    const found = categories.get(field.name);
    return found && found.length > 0
      ? { ...field, constraints: { ...field.constraints, enum: found } }
      : field;
  });
  return { ...schema, fields };
}
