import { WarningCount, warningCell } from "../../../../cli/predict/warning-count";

const AREA = { code: "FEATURE_OUT_OF_RANGE", feature: "area" };
const ROOMS = { code: "FEATURE_OUT_OF_RANGE", feature: "rooms" };
const UNUSUAL = { code: "UNUSUAL_COMBINATION" };

const countOf = (...rows: (typeof AREA | typeof UNUSUAL)[][]) => {
  const count = new WarningCount();
  for (const findings of rows) count.add(findings);
  return count;
};

describe("the count of warnings", () => {
  it("is none without rows", () => {
    expect(countOf().describe()).toBe("no row has warnings");
    expect(countOf().rows).toBe(0);
  });

  it("is of one row, or of several", () => {
    expect(countOf([UNUSUAL]).describe()).toBe("1 row has warnings: UNUSUAL_COMBINATION 1");
    expect(countOf([UNUSUAL], [UNUSUAL]).describe()).toBe("2 rows have warnings: UNUSUAL_COMBINATION 2");
  });

  it("counts a row once for each code, and once for each feature", () => {
    const count = countOf([AREA, ROOMS, UNUSUAL], [AREA], [UNUSUAL]);

    expect(count.rows).toBe(3);
    expect(count.describe()).toBe(
      "3 rows have warnings: FEATURE_OUT_OF_RANGE 2 (area 2, rooms 1), UNUSUAL_COMBINATION 2",
    );
  });
});

it.each([
  [[], ""],
  [[UNUSUAL], "UNUSUAL_COMBINATION"],
  [[AREA, UNUSUAL], "FEATURE_OUT_OF_RANGE(area);UNUSUAL_COMBINATION"],
])("the cell of %j is %j", (findings, cell) => {
  expect(warningCell(findings)).toBe(cell);
});
