/** The nearest of 1, 2 and 5 times a power of ten, by ratio. */
export function roundNicely(value: number): number {
  if (!(value > 0)) return 1;
  const power = Math.floor(Math.log10(value));
  const candidates = [1, 2, 5, 10].map((digit) => Number(`${digit}e${power}`));
  const distance = (candidate: number) => Math.abs(Math.log(candidate / value));
  return candidates.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}
