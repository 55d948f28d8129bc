import { HousePriceError } from "../model/errors";
import type { Trainer } from "./trainer";
import { TRAINERS } from "./trainers";

/** The names of the models that can be trained. */
export function trainerNames(): string[] {
  return TRAINERS.map(({ name }) => name);
}

/** The trainer of the models of a name; undefined where the name is of none that can be trained here. */
export function findTrainer(name: string): Trainer | undefined {
  return TRAINERS.find((trainer) => trainer.name === name);
}

/** @throws HousePriceError OPTION_INVALID where there is no trainer of that name */
export function trainerNamed(name: string): Trainer {
  const trainer = findTrainer(name);
  if (trainer) return trainer;
  throw new HousePriceError(
    "OPTION_INVALID",
    `Cannot train a model ${name}: --model must be one of ${trainerNames().join(", ")}.`,
  );
}
