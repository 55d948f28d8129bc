import type { Model } from "../model";
import { hasAll } from "../table/table";
import type { Pins } from "./pins";
import { crossValidatedRmse, rank } from "./ranking";

/** When a model answers: by default, if the input lacks features of a better one, or only if named. */
export interface Answering {
  readonly when: "by default" | "features lacking" | "when named";
  /** A sentence. */
  readonly reason: string;
}

/** The versions of one name that can be its default. */
interface Name {
  /** Newest first. */
  readonly versions: readonly Ranked[];
  readonly bestRank: number;
}

interface Ranked {
  readonly model: Model;
  /** 0 is best. */
  readonly rank: number;
}

/**
 * Chooses the default model: within a name, the newest (or pinned) version whose required features the input has; among names, the lowest
 * cross-validated RMSE on the same data.
 */
export class DefaultChoice {
  /** Ordered by best version. */
  private readonly names: readonly Name[];
  private readonly candidates: ReadonlySet<Model>;
  private readonly explained = new Map<Model, Answering>();

  constructor(
    private readonly models: readonly Model[],
    private readonly pins: Pins,
  ) {
    const names = new Map<string, Model[]>();
    for (const model of [...models].sort((a, b) => b.file.version - a.file.version)) {
      const { name, version } = model.file;
      const versions = names.get(name) ?? [];
      names.set(name, versions);
      if ((pins.get(name) ?? version) !== version) continue;
      // An older version never answers if a newer one needs no more features.
      if (!versions.some((newer) => needsNoMore(newer, model))) versions.push(model);
    }
    const ranked = rank([...names.values()].flat());
    this.candidates = new Set(ranked);
    this.names = [...names.values()]
      .map((models) => {
        const versions = models.map((model) => ({ model, rank: ranked.indexOf(model) }));
        return { versions, bestRank: Math.min(...versions.map(({ rank }) => rank)) };
      })
      .sort((a, b) => a.bestRank - b.bestRank);
  }

  /** The default model for the row at `offset`; undefined if every model needs more features. */
  answering(rows: Float64Array, offset = 0): Model | undefined {
    const { names } = this;
    let best: Ranked | undefined;
    for (let i = 0; i < names.length; i++) {
      const { versions, bestRank } = names[i];
      if (best && best.rank < bestRank) break;
      const found = newestAnswering(versions, rows, offset);
      if (found && !(best && best.rank < found.rank)) best = found;
    }
    return best?.model;
  }

  explain(model: Model): Answering {
    const known = this.explained.get(model) ?? this.findReason(model);
    this.explained.set(model, known);
    return known;
  }

  private findReason(model: Model): Answering {
    const { name, version } = model.file;
    const pinned = this.pins.get(name);
    if (pinned !== undefined && pinned !== version) {
      return whenNamed(`${name} is pinned to version ${pinned}`);
    }
    if (!this.candidates.has(model)) {
      const newer = this.models.findLast((other) => other.file.name === name && needsNoMore(other, model));
      return whenNamed(`${newer?.id} is newer and needs no other features`);
    }
    const own = new Float64Array(model.table.width).fill(Number.NaN);
    for (const position of model.needed) own[position] = 0;
    const better = this.answering(own);
    if (better && better !== model) {
      return whenNamed(`${better.id}, which needs no other features, ${because(better, model)}`);
    }
    const best = this.answering(new Float64Array(model.table.width));
    if (best && best !== model) {
      const reason = `Answers inputs that lack a feature of ${best.id}, which ${because(best, model)}.`;
      return { when: "features lacking", reason };
    }
    return { when: "by default", reason: `Answers by default: ${this.reasonOfBest(model, pinned)}.` };
  }

  private reasonOfBest(model: Model, pinned: number | undefined): string {
    if (this.names.length > 1) {
      return `its cross-validated RMSE, ${show(model)}, is the lowest on the newest data`;
    }
    return pinned === undefined ? "it is the newest version" : `${model.file.name} is pinned to it`;
  }
}

function whenNamed(reason: string): Answering {
  return { when: "when named", reason: `Answers when named: ${reason}.` };
}

function newestAnswering(
  versions: readonly Ranked[],
  rows: Float64Array,
  offset: number,
): Ranked | undefined {
  for (let i = 0; i < versions.length; i++) {
    if (hasAll(versions[i].model.needed, rows, offset)) return versions[i];
  }
  return undefined;
}

function needsNoMore(model: Model, other: Model): boolean {
  return model.needed.every((position) => other.needed.includes(position));
}

/** Why one model ranks before another, as the end of a sentence. */
function because(better: Model, model: Model): string {
  if (better.file.name === model.file.name) return "is newer";
  return better.file.trainingData.sha256 === model.file.trainingData.sha256
    ? `has the lower cross-validated RMSE (${show(better)} against ${show(model)})`
    : "is of newer data";
}

function show(model: Model): string {
  return String(Number(crossValidatedRmse(model).toPrecision(4)));
}
