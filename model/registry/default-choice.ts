import type { ModelFile } from "../file/format";
import type { Model } from "../model";
import { hasAll } from "../table/table";
import type { Pins } from "./pins";

/** When a model answers: always where none is named, where the input lacks features of a better one, or where it is named. */
export interface Answering {
  readonly when: "by default" | "features lacking" | "when named";
  /** Why, in a sentence. */
  readonly reason: string;
}

/**
 * Which model answers when the caller names none: within a name, the newest version (or the pinned one) whose needed features
 * the input has; among names, the one with the lowest cross-validated RMSE on the same data.
 */
export class DefaultChoice {
  /** For each name the versions that can be its answer, newest first. */
  private readonly versions: readonly (readonly Model[])[];
  private readonly ranks: ReadonlyMap<Model, number>;
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
      // Where an older version could answer, so could a newer one that needs no more, and it comes first.
      if (!versions.some((newer) => needsNoMore(newer, model))) versions.push(model);
    }
    this.versions = [...names.values()];
    this.ranks = rank(this.versions.flat());
  }

  /** The model that answers the row that begins at `offset`; undefined where each needs more than the row has. */
  answering(rows: Float64Array, offset = 0): Model | undefined {
    let best: Model | undefined;
    let bestRank = Infinity;
    for (const versions of this.versions) {
      const model = newestAnswering(versions, rows, offset);
      if (!model) continue;
      const rank = this.ranks.get(model) ?? Infinity;
      if (rank >= bestRank) continue;
      best = model;
      bestRank = rank;
    }
    return best;
  }

  /** When a model answers, and why. */
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
    if (!this.ranks.has(model)) {
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
    if (this.versions.length > 1) {
      return `its cross-validated RMSE, ${show(model)}, is the lowest of those on the newest data`;
    }
    return pinned === undefined ? "it is the newest version" : `${model.file.name} is pinned to it`;
  }
}

function whenNamed(reason: string): Answering {
  return { when: "when named", reason: `Answers when named: ${reason}.` };
}

/** The model that was trained last; of several, the last of them. */
export function newestOf(models: readonly Model[]): Model | undefined {
  return models.reduce<Model | undefined>(
    (latest, model) => (latest && trainedAt(latest.file) > trainedAt(model.file) ? latest : model),
    undefined,
  );
}

function trainedAt(file: ModelFile): number {
  return Date.parse(file.trainedAt);
}

function newestAnswering(versions: readonly Model[], rows: Float64Array, offset: number): Model | undefined {
  for (let i = 0; i < versions.length; i++) if (hasAll(versions[i].needed, rows, offset)) return versions[i];
  return undefined;
}

function needsNoMore(model: Model, other: Model): boolean {
  return model.needed.every((position) => other.needed.includes(position));
}

/**
 * Ranks models: those that learned from the same data as the newest come first, by cross-validated RMSE, since an error on other
 * data says nothing of them; the others follow by their own. On equal error the newer one comes first.
 */
function rank(models: readonly Model[]): ReadonlyMap<Model, number> {
  const newest = newestOf(models);
  const isOnOtherData = (model: Model) =>
    Number(model.file.trainingData.sha256 !== newest?.file.trainingData.sha256);
  const ranked = [...models].sort(
    (a, b) =>
      isOnOtherData(a) - isOnOtherData(b) ||
      crossValidatedRmse(a) - crossValidatedRmse(b) ||
      trainedAt(b.file) - trainedAt(a.file) ||
      b.file.version - a.file.version,
  );
  return new Map(ranked.map((model, position) => [model, position]));
}

/** Mean RMSE of the random folds; a model that was not cross-validated has the one of its test rows. */
function crossValidatedRmse({ file: { metrics } }: Model): number {
  return metrics.crossValidation.find(({ folds }) => folds === "random")?.rmse ?? metrics.test.rmse;
}

/** Why one model goes before another, as the rest of a sentence. */
function because(better: Model, model: Model): string {
  if (better.file.name === model.file.name) return "is newer";
  return better.file.trainingData.sha256 === model.file.trainingData.sha256
    ? `has the lower cross-validated RMSE (${show(better)} against ${show(model)})`
    : "is of newer data";
}

function show(model: Model): string {
  return String(Number(crossValidatedRmse(model).toPrecision(4)));
}
