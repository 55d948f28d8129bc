import type { Penalties } from "../../model/estimators/smooth/smooth-format";

/**
 * Fixed hyperparameters; reasons: `docs/SMOOTH.md`. Cross-validation chooses the penalty factor, the kinds of blocks, and the target
 * scale.
 */
export const RULES = {
  curve: {
    /** Maximum number of functions per feature. */
    knots: 8,
    /** Maximum number of functions of all features together. */
    functions: 800,
    /** In standard deviations. */
    length: 3,
    /** Standardised features are clipped to ± this. */
    limit: 5,
  },
  product: {
    /** Number of most informative features. */
    features: 10,
    /** Functions per feature. */
    functions: 4,
    /** Maximum total degree of a product. */
    degree: 4,
  },
  location: {
    centres: 1000,
    /** Relative to the root mean square distance of houses from their mean. */
    length: 0.4,
    /** Per direction. */
    lines: 200,
  },
  locationProduct: { features: 4, functions: 2, centres: 30, length: 0.3 },
  category: {
    /** Minimum number of rows of a category. */
    rows: 5,
    /** Maximum number of columns; the most frequent categories come first. */
    columns: 800,
  },
  categoryProduct: {
    numbers: 3,
    /** Minimum share of rows of a category. */
    share: 0.01,
    /** Maximum number of columns; the most frequent categories come first. */
    columns: 800,
  },
  similarity: {
    features: 8,
    centres: 300,
    rowsPerCentre: 5,
  },
} as const;

/** Relative penalties; cross-validation chooses their common factor. */
const PENALTIES: Penalties = {
  curve: 0.03,
  missing: 0.1,
  category: 0.3,
  location: 0.55,
  product: 0.5,
  "location-product": 2,
  "category-product": 4,
  similarity: 0.03,
};

/** Few rows tell less about the shapes of single features, and leave more to all functions together. */
const PENALTIES_OF_FEW_ROWS: Penalties = {
  curve: 0.06,
  missing: 0.1,
  category: 0.3,
  location: 0.14,
  product: 0.2,
  "location-product": 1,
  "category-product": 2,
  similarity: 0.3,
};

/** Training tables with fewer rows are small. */
const FEW_ROWS = 2000;

/** @param rows - of the training table */
export function penaltiesFor(rows: number): Penalties {
  return rows < FEW_ROWS ? PENALTIES_OF_FEW_ROWS : PENALTIES;
}

/** Penalty factors, in the order in which they are tried. */
export const FACTORS = [1, 2, 4, 8, 16, 32, 64];
