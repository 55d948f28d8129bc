/** A page of metrics, as series and value. */
export function parseMetrics(page: string): Map<string, number> {
  const lines = page.split("\n").filter((line) => line && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(" ");
      return [line.slice(0, end), Number(line.slice(end))];
    }),
  );
}
