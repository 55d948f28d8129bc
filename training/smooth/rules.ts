import type { Penalties } from "../../model/estimators/smooth/smooth-format";

/**
 * What every basis is made of; `docs/SMOOTH.md` says why. What is best for a table, cross-validation chooses: how strongly all is
 * penalised, which kinds of blocks there are, and whether the regression is of the logarithm of the target.
 */
export const RULES = {
  curve: {
    /** Knots of each feature's curves, and so their number at most. */
    knots: 8,
    /** Curves of all features together at most: many features have fewer knots. */
    functions: 800,
    /** Length scale of the kernel, in standard deviations. */
    length: 3,
    /** Standardised features are clipped to ± this. */
    limit: 5,
  },
  product: {
    /** So many of the features that tell most of the target. */
    features: 10,
    /** Of the first curves of each, … */
    functions: 4,
    /** … those whose positions add to this at most are multiplied. */
    degree: 4,
  },
  location: {
    centres: 1000,
    /** Length scale, as a part of the root mean square distance of houses from their mean. */
    length: 0.4,
    /** Lines of the grid in each direction. */
    lines: 200,
  },
  locationProduct: { features: 4, functions: 2, centres: 30, length: 0.3 },
  category: {
    /** Training rows that a category must have for a column. */
    rows: 5,
    /** Columns at most: of more categories, the commonest have one. */
    columns: 800,
  },
  categoryProduct: {
    numbers: 3,
    /** Part of the training rows that a category must have for a column. */
    share: 0.01,
    /** Columns at most: of more categories, the commonest have one. */
    columns: 800,
  },
  similarity: {
    features: 8,
    centres: 300,
    /** Training rows that there must be for each centre. */
    rowsPerCentre: 5,
  },
} as const;

/** Penalties before the factor that cross-validation chooses; a table's number of rows and its noise are in that. */
export const PENALTIES: Penalties = {
  curve: 0.03,
  missing: 0.1,
  category: 0.3,
  location: 0.55,
  product: 0.5,
  "location-product": 2,
  "category-product": 4,
  similarity: 0.03,
};

/** What all penalties are multiplied by, in the order in which they are tried. */
export const FACTORS = [1, 2, 4, 8, 16, 32, 64];
