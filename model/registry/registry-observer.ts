import type { HousePriceError } from "../errors";
import type { Model } from "../model";
import type { Pins } from "./pins";

/** A refused part of the model directory, and why. */
export interface Refusal {
  readonly path: string;
  readonly error: HousePriceError;
  /** Version that remains served from memory. */
  readonly kept?: Model | undefined;
}

/** Receives events of a registry, for logs and metrics. Each event is reported once, not on every refresh. */
export interface RegistryObserver {
  /** A version is served; `replaced` is the former model of the same name and version. */
  loaded?(model: Model, replaced: Model | undefined): void;
  /** A version is no longer served. */
  removed?(model: Model): void;
  refused?(refusal: Refusal): void;
  /** Other pins are in force. */
  pinned?(pins: Pins): void;
  /** Another model is the default for inputs with all features. */
  chosen?(model: Model, reason: string): void;
}

export function allObservers(...observers: readonly RegistryObserver[]): RegistryObserver {
  return {
    loaded: (model, replaced) => observers.forEach((observer) => void observer.loaded?.(model, replaced)),
    removed: (model) => observers.forEach((observer) => void observer.removed?.(model)),
    refused: (refusal) => observers.forEach((observer) => void observer.refused?.(refusal)),
    pinned: (pins) => observers.forEach((observer) => void observer.pinned?.(pins)),
    chosen: (model, reason) => observers.forEach((observer) => void observer.chosen?.(model, reason)),
  };
}
