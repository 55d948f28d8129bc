import type { TrainingTable } from "../../training/training-table";
import { tableOf } from "./every-type";

/** A table with a location, numbers of which some are missing, and categories of which some are missing. */
export const HOUSES = tableOf([
  { name: "North", type: "number", apiName: "north", role: "latitude" },
  { name: "East", type: "number", apiName: "east", role: "longitude" },
  { name: "Area", type: "number", apiName: "area" },
  { name: "Rooms", type: "integer", apiName: "rooms" },
  { name: "Garden", type: "number", apiName: "garden" },
  { name: "Style", type: "string", apiName: "style", constraints: { enum: ["flat", "house", "villa"] } },
  { name: "Heating", type: "string", apiName: "heating", constraints: { enum: ["coal", "gas"] } },
]);

/** Numbers from 0 to 1 that look random and are the same each time. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Houses whose prices follow from area, place, style and chance.
 *
 * @param isMultiplied - whether the parts multiply; otherwise they add
 */
export function randomHouses(count: number, seed: number, isMultiplied: boolean): TrainingTable {
  const random = randomNumbers(seed);
  const { width } = HOUSES;
  const rows = new Float64Array(count * width);
  const target = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const north = 50 + random();
    const east = 3 + 2 * random();
    const area = Math.exp(4 + random());
    const style = Math.floor(3 * random());
    const garden = random() < 0.2 ? Number.NaN : 100 * random();
    const heating = random() < 0.1 ? Number.NaN : Math.floor(2 * random());
    rows.set([north, east, area, Math.ceil(area / 30), garden, style, heating], i * width);
    const effects = [Math.log(area), Math.sin(3 * north) / 2, style / 5, (random() - 0.5) / 5];
    const sum = effects.reduce((total, effect) => total + effect);
    target[i] = isMultiplied ? 1000 * Math.exp(sum) : 100 * sum;
  }
  const features = Int32Array.from({ length: width }, (_, position) => position);
  return { table: HOUSES, features, rows, target, numbers: Int32Array.from(target.keys()) };
}
