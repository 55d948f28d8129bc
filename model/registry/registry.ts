import { join } from "node:path";
import { HousePriceError } from "../errors";
import type { Model } from "../model";
import { ModelCatalogue } from "./catalogue";
import { choosePins, type PinChoice } from "./pin-choice";
import { NO_PINS, PINS_FILE, type Pins, readPinsFile } from "./pins";
import type { RegistryObserver } from "./registry-observer";
import { type SignedRefusal, VersionReader } from "./version-reader";

export interface RegistryOptions {
  /** From `MODEL_PIN`; wins over `pins.json`. */
  readonly pins?: Pins;
  readonly observer?: RegistryObserver;
}

/**
 * The served models, kept in step with a directory of `NAME/VERSION/model.json`.
 *
 * The immutable catalogue is replaced as a whole: holders of {@link current} are not affected by a refresh. Only verified models are
 * served, and a broken file never replaces a good model.
 */
export class ModelRegistry {
  private catalogue = new ModelCatalogue([]);
  private refusals = new Map<string, SignedRefusal>();
  private filePins: Pins = NO_PINS;
  private readonly reader: VersionReader;
  private readonly pinned: Pins;
  private readonly observer: RegistryObserver;
  private last: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | undefined;

  private constructor(
    private readonly directory: string,
    { pins = NO_PINS, observer = {} }: RegistryOptions,
  ) {
    this.reader = new VersionReader(directory);
    this.pinned = pins;
    this.observer = observer;
  }

  /**
   * Loads all models in `directory`. Fails if a pin cannot be met: there is no former pin to fall back to, and another version would
   * answer unasked.
   *
   * @throws HousePriceError NO_MODEL, PIN_NOT_SERVED or PINS_INVALID
   */
  static async open(directory: string, options: RegistryOptions = {}): Promise<ModelRegistry> {
    const registry = new ModelRegistry(directory, options);
    const { models, refusals } = await registry.reader.read();
    registry.tellRefusals(refusals);
    if (models.length === 0) {
      throw new HousePriceError(
        "NO_MODEL",
        `There is no model in ${directory}: train one with "npm run train -- --out ${directory}", or set MODEL_DIR.`,
      );
    }
    registry.filePins = await readPinsFile(directory);
    const choice = registry.choosePins(models);
    for (const { error } of choice.refused) throw error;
    registry.publish(models, choice.pins);
    return registry;
  }

  /** Take it once per request. */
  get current(): ModelCatalogue {
    return this.catalogue;
  }

  /**
   * Synchronizes with the directory. Refreshes never overlap: one requested during another begins after it, and serves all requests made
   * meanwhile.
   */
  refresh(): Promise<void> {
    if (!this.waiting) {
      this.waiting = this.last.then(() => {
        this.waiting = undefined;
        return this.reconcile();
      });
      this.last = this.waiting.catch(() => undefined);
    }
    return this.waiting;
  }

  private async reconcile(): Promise<void> {
    const { models, refusals } = await this.reader.read();
    const pinsRefusal = await this.readFilePins();
    const { pins, held, refused } = this.choosePins(models);
    this.publish([...models, ...held], pins);
    const pinRefusals = refused.map(({ source, error }) => ({ path: source, error, signature: "" }));
    this.tellRefusals([...refusals, ...pinsRefusal, ...pinRefusals]);
  }

  /** If the file is broken, the previous pins stay. */
  private async readFilePins(): Promise<SignedRefusal[]> {
    try {
      this.filePins = await readPinsFile(this.directory);
      return [];
    } catch (error) {
      if (!(error instanceof HousePriceError)) throw error;
      return [{ path: join(this.directory, PINS_FILE), error, signature: "" }];
    }
  }

  private choosePins(loaded: readonly Model[]): PinChoice {
    const requests = [
      { source: "MODEL_PIN", pins: this.pinned },
      { source: join(this.directory, PINS_FILE), pins: this.filePins },
    ];
    return choosePins(requests, loaded, this.catalogue.pins, this.catalogue.models);
  }

  private publish(models: readonly Model[], pins: Pins): void {
    const former = this.catalogue;
    const before = new Map(former.models.map((model) => [model.id, model]));
    const after = new Map(models.map((model) => [model.id, model]));
    const loaded = models.filter((model) => before.get(model.id) !== model);
    const removed = former.models.filter((model) => !after.has(model.id));
    const repinned = !isSame(former.pins, pins);
    if (loaded.length === 0 && removed.length === 0 && !repinned) return;

    this.catalogue = new ModelCatalogue(models, { pins, table: this.reader.table });
    for (const model of loaded) this.observer.loaded?.(model, before.get(model.id));
    for (const model of removed) this.observer.removed?.(model);
    if (repinned) this.observer.pinned?.(pins);
    const { best } = this.catalogue;
    if (best && best !== former.best) this.observer.chosen?.(best, this.catalogue.explain(best).reason);
  }

  /**
   * Reports a refusal once, and again if another file replaced the refused one. A file being written changes at every poll, and is
   * reported once.
   */
  private tellRefusals(refusals: readonly SignedRefusal[]): void {
    const former = this.refusals;
    this.refusals = new Map(
      refusals.map((refusal) => [`${refusal.path}\n${refusal.error.message}`, refusal]),
    );
    for (const [key, { path, error, kept, signature }] of this.refusals) {
      const told = former.get(key);
      if (told && (told.signature === "" || told.signature === signature)) continue;
      this.observer.refused?.({ path, error, kept });
    }
  }
}

function isSame(a: Pins, b: Pins): boolean {
  return a.size === b.size && [...a].every(([name, version]) => b.get(name) === version);
}
