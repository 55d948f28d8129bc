import type { HousePriceError } from "../errors";
import type { Model } from "../model";
import type { Pins } from "./pins";

/** Something in the model directory that is not followed, and why. */
export interface Refusal {
  /** The file or folder. */
  readonly path: string;
  readonly error: HousePriceError;
  /** The version that is served all the same, from memory. */
  readonly kept?: Model | undefined;
}

/** Is told what a registry does: for the log, and for metrics. Each event is told once, not on every refresh. */
export interface RegistryObserver {
  /** A version is served from now on; `replaced` is what was served under the same name and version before. */
  loaded?(model: Model, replaced: Model | undefined): void;
  /** A version is not served any more. */
  removed?(model: Model): void;
  refused?(refusal: Refusal): void;
  /** Other pins are in force from now on. */
  pinned?(pins: Pins): void;
  /** Another model answers those who name none and give all features. */
  chosen?(model: Model, reason: string): void;
}

/** Tells each of the observers, in turn. */
export function allObservers(...observers: readonly RegistryObserver[]): RegistryObserver {
  return {
    loaded: (model, replaced) => observers.forEach((observer) => void observer.loaded?.(model, replaced)),
    removed: (model) => observers.forEach((observer) => void observer.removed?.(model)),
    refused: (refusal) => observers.forEach((observer) => void observer.refused?.(refusal)),
    pinned: (pins) => observers.forEach((observer) => void observer.pinned?.(pins)),
    chosen: (model, reason) => observers.forEach((observer) => void observer.chosen?.(model, reason)),
  };
}
