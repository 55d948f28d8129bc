import { STRUCTURE, type Structure } from "../../training/basis/structure";

/** A basis of the same kinds of blocks as that of `spatial`, but small enough to be fitted many times. */
export const SMALL_STRUCTURE: Structure = {
  ...STRUCTURE,
  curves: STRUCTURE.curves.filter(({ feature }) => ["MedInc", "AveRooms", "AveOccup"].includes(feature)),
  knots: 4,
  productCurves: 2,
  productDegree: 2,
  place: { centres: 12, length: 1 },
  placeProducts: { features: ["MedInc"], curves: 2, centres: 5, length: 0.8 },
};

export const SMALL_PENALTIES = { curve: 0.1, product: 0.5, place: 0.4, "place-product": 2 };
