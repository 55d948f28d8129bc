import { HousePriceError } from "../../model/errors";
import {
  type BasisData,
  BLOCK_ORDER,
  type BlockData,
  type BlockKind,
} from "../../model/estimators/smooth/basis-format";
import type { SmoothEstimator, Trial } from "../../model/estimators/smooth/smooth-format";
import type { Folds } from "../folds";
import type { Progress } from "../progress";
import { deviation, mean, range } from "../statistics";
import type { FittedSpread, Learner } from "../trainer";
import type { TrainingTable } from "../training-table";
import { endingsOf, tryAll } from "./choose-settings";
import { type CrossFit, jobsOf, predictHeldRows } from "./cross-fit";
import { Equations } from "./equations";
import { fitSpread } from "./fit-spread";
import { learnBasis } from "./learn-basis";
import { PENALTIES } from "./rules";
import { chooseStructure, type Structure, structureOf } from "./structure";
import { fromScale, smearingOf, toScale } from "./target-scale";

/** What is chosen on training rows, and kept where other rows are fitted anew. */
export interface Settings {
  readonly structure: Structure;
  /** What was tried; the first is chosen. */
  readonly trials: readonly Trial[];
}

/** The settings of a fitted model. */
export function settingsOf(estimator: SmoothEstimator): Settings {
  return { structure: structureOf(estimator), trials: estimator.trials };
}

/**
 * Gets ready to fit: learns the basis, and multiplies its columns.
 *
 * @param foldings - the ways in which rows will be held back; settings are chosen by the first
 * @param choice - the settings; or else whether functions of the location are among what they are chosen from
 */
export async function prepareSmooth(
  houses: TrainingTable,
  foldings: readonly Folds[],
  progress: Progress,
  choice: Settings | { readonly isSpatial: boolean },
): Promise<SmoothLearner> {
  const settings = "structure" in choice ? choice : undefined;
  const structure = "structure" in choice ? choice.structure : chooseStructure(houses, choice.isSpatial);
  const whole = learnBasis(houses, structure);
  if (whole.blocks.length === 0) {
    throw new HousePriceError(
      "DATA_INVALID",
      "No feature varies in the training rows: there is nothing to fit.",
    );
  }
  const data = settings ? upTo(whole, settings.trials[0].through) : whole;
  const equations = await Equations.create(houses, data, PENALTIES, foldings, progress);
  try {
    const { target } = houses;
    const trials = settings?.trials ?? (await tryAll(equations, target, foldings[0], progress));
    const learner = new SmoothLearner(equations, target, foldings, trials);
    await learner.crossFit(progress);
    return learner;
  } finally {
    await equations.end();
  }
}

/** Fits by the settings that come first. */
export class SmoothLearner implements Learner {
  /** What fits on all other folds predict for each row of each folding, on the scale of the regression. */
  private readonly held: Float64Array[] = [];
  private readonly size: number;
  private readonly scaled: Float64Array;

  constructor(
    private readonly equations: Equations,
    private readonly target: Float64Array,
    private readonly foldings: readonly Folds[],
    private readonly trials: readonly Trial[],
  ) {
    const [{ through, scale }] = trials;
    this.size = 1 + columnsThrough(equations, through);
    this.scaled = toScale(target, scale);
  }

  async crossFit(progress: Progress): Promise<void> {
    const { equations, foldings } = this;
    const fits = foldings.map((_, folding) => this.crossFitOf(this.scaled, folding, this.trials[0].factor));
    const jobs = fits.map((fit) => jobsOf(equations, fit));
    progress.begin("Fitting", jobs.flat().length);
    const solutions = await equations.solveAll(jobs.flat(), () => progress.advance(1));
    progress.end();
    fits.forEach((fit, f) => {
      const [[held]] = predictHeldRows(equations, fit, solutions.splice(0, jobs[f].length));
      this.held.push(held);
    });
  }

  fit(): SmoothEstimator {
    const { equations, trials } = this;
    const [{ scale, through }] = trials;
    const basis = upTo(equations.basis.data, through);
    const [intercept, ...coefficients] = this.solveAll(this.scaled, trials[0].factor);
    return {
      kind: "smooth",
      scale:
        scale === "log" ? { kind: scale, smearing: smearingOf(this.target, this.held[0]) } : { kind: scale },
      basis,
      penalties: scaledPenalties(trials[0].factor),
      trials: [...trials],
      clip: range(this.target),
      contributions: this.measureContributions(basis.blocks.length, [intercept, ...coefficients]),
      intercept,
      coefficients,
    };
  }

  crossPredict(folding: number): Float64Array {
    return fromScale(this.held[folding], this.target, this.foldings[folding], this.trials[0].scale);
  }

  fitSpread(residuals: Float64Array, folding: number): FittedSpread {
    return fitSpread(residuals, {
      all: (target, factor) => this.solveAll(target, factor),
      crossPredict: (target, factor) => {
        const fit = this.crossFitOf(target, folding, factor);
        const solutions = jobsOf(this.equations, fit).map((job) => this.equations.solve(job));
        return predictHeldRows(this.equations, fit, solutions)[0][0];
      },
      factor: this.trials[0].factor,
    });
  }

  private crossFitOf(target: Float64Array, folding: number, factor: number): CrossFit {
    return { targets: [target], folding, folds: this.foldings[folding], factor, sizes: [this.size] };
  }

  /** The coefficients over all rows: the constant's first. */
  private solveAll(target: Float64Array, factor: number): Float64Array {
    const projections = [this.equations.project(target)];
    const [[solution]] = this.equations.solve({
      kind: "solve",
      heldBack: undefined,
      factor,
      projections,
      sizes: [this.size],
    });
    return solution;
  }

  /** Mean and standard deviation, over the rows, of what each block adds to the regression. */
  private measureContributions(count: number, weights: readonly number[]): SmoothEstimator["contributions"] {
    const { equations, target } = this;
    const all = Float64Array.from(weights);
    return equations.basis.blocks.slice(0, count).map(({ start, size }) => {
      const sums = target.map((_, row) => equations.predict(row, all, 1 + start, 1 + start + size));
      const average = mean(sums);
      return { mean: average, deviation: deviation(sums, average) };
    });
  }
}

/** The first blocks of a basis, through those of a kind, and the curves that they read. */
function upTo(basis: BasisData, through: BlockKind): BasisData {
  const last = BLOCK_ORDER.indexOf(through);
  const blocks = basis.blocks.filter(({ kind }) => BLOCK_ORDER.indexOf(kind) <= last);
  const read = new Set(blocks.flatMap(curvesOf));
  return { ...basis, curves: basis.curves.filter(({ feature }) => read.has(feature)), blocks };
}

/** The features whose curves a block reads. */
function curvesOf(block: BlockData): readonly string[] {
  switch (block.kind) {
    case "curve":
    case "location-product":
      return [block.feature];
    case "product":
      return block.features;
    case "category-product":
      return [block.number];
    case "similarity":
      return block.features.map(({ feature }) => feature);
    default:
      return [];
  }
}

function columnsThrough({ basis }: Equations, through: BlockKind): number {
  const last = BLOCK_ORDER.indexOf(through);
  const ends = endingsOf(basis).filter(({ kind }) => BLOCK_ORDER.indexOf(kind) <= last);
  return ends.at(-1)?.columns ?? 0;
}

function scaledPenalties(factor: number): SmoothEstimator["penalties"] {
  return {
    curve: factor * PENALTIES.curve,
    missing: factor * PENALTIES.missing,
    category: factor * PENALTIES.category,
    location: factor * PENALTIES.location,
    product: factor * PENALTIES.product,
    "location-product": factor * PENALTIES["location-product"],
    "category-product": factor * PENALTIES["category-product"],
    similarity: factor * PENALTIES.similarity,
  };
}
