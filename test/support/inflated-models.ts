import { readFileSync } from "node:fs";
import type { SmoothEstimator } from "../../model/estimators/smooth/smooth-format";
import { smooth } from "../../model/estimators/smooth/smooth-kind";
import { seal, UNSEALED } from "../../model/file/checksum";
import { type ModelFile, parseModelFile } from "../../model/file/format";
import { SPATIAL_PATH } from "./committed-spatial";

/** A model file of smooth functions, parsed. */
export type SmoothModelFile = ModelFile & { readonly estimator: SmoothEstimator };

/** The committed `spatial@1`, as data. */
export function spatialFile(): SmoothModelFile {
  const parsed = parseModelFile(JSON.parse(readFileSync(SPATIAL_PATH, "utf8")));
  if (!parsed.ok) throw new Error(parsed.problem);
  const { estimator } = parsed.file;
  if (!smooth.owns(estimator)) throw new Error("spatial@1 is not smooth");
  return { ...parsed.file, estimator };
}

/** The text of a file, sealed and without blanks, so that as much as possible is in few bytes. */
export function sealCompact(file: unknown): string {
  const text = JSON.stringify(file, (key, value) => (key === "checksum" ? UNSEALED : value));
  return seal(text.replace('"checksum":', '"checksum": '));
}

/** What a model of a given size has. */
export interface Sizes {
  readonly blocks: number;
  /** Centres of the radial functions: each block has as many columns. */
  readonly centres: number;
  readonly golden: number;
}

/** A sound model of `blocks` × `centres` columns: all coefficients are 0, so its predictions are its intercept. */
export function inflatedModel({ blocks, centres, golden }: Sizes): string {
  const file = spatialFile();
  const { estimator, uncertainty } = file;
  const { location } = estimator.basis;
  if (!location) throw new Error("spatial@1 has no location");
  const { alone, products } = location.radials;
  const radials = { alone: { ...alone, centres: Array(centres).fill([37, -122]) }, products };
  const basis = {
    curves: [],
    location: { ...location, radials },
    blocks: Array(blocks).fill({ kind: "location" }),
  };
  return sealCompact({
    ...file,
    estimator: {
      ...estimator,
      basis,
      clip: { min: 0, max: 5 },
      contributions: Array(blocks).fill({ mean: 0, deviation: 0 }),
      intercept: 2,
      coefficients: Array(blocks * centres).fill(0),
    },
    uncertainty: { ...uncertainty, spread: { intercept: 0, terms: [] } },
    golden: Array(golden).fill({ ...file.golden[0], prediction: 2 }),
  });
}
