import { daysOf } from "./day";
import type { Column, Value } from "./house";

/** Whether a value is outside the range of the training rows. */
export function isOutside({ type, min, max }: Column, value: Value): boolean {
  if (typeof min !== "number" || typeof max !== "number") return false;
  const number = type === "DATE" ? daysOf(String(value)) : value;
  return typeof number === "number" && (number < min || number > max);
}
