import { HousePriceError } from "../model/errors";
import type { Trainer } from "./trainer";
import { TRAINERS } from "./trainers";

export function trainerNames(): string[] {
  return TRAINERS.map(({ name }) => name);
}

export function findTrainer(name: string): Trainer | undefined {
  return TRAINERS.find((trainer) => trainer.name === name);
}

/** @throws HousePriceError OPTION_INVALID if there is no such trainer */
export function trainerNamed(name: string): Trainer {
  const trainer = findTrainer(name);
  if (trainer) return trainer;
  throw new HousePriceError(
    "OPTION_INVALID",
    `Cannot train a model ${name}: --model must be one of ${trainerNames().join(", ")}.`,
  );
}
