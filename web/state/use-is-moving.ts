import { useEffect, useState } from "preact/hooks";

/**
 * Whether a value has changed in the last while.
 *
 * @param rest - milliseconds without a change after which it rests
 */
export function useIsMoving(value: string, rest: number): boolean {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest);
    return () => clearTimeout(timer);
  }, [value, rest]);
  return value !== rested;
}
