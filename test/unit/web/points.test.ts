import { canVary, hasCurve, pointsOf, spanWith } from "../../../web/what-if/points";
import { columnOf, EVERY_TYPE } from "./columns";

const column = (name: string) => EVERY_TYPE.find(({ apiName }) => apiName === name) ?? columnOf({});

describe("the values that are tried of a column", () => {
  it("are all categories, or yes and no", () => {
    expect(pointsOf(column("kind"), undefined).map(({ value }) => value)).toEqual(["FLAT", "TO_RENOVATE"]);
    expect(pointsOf(column("garage"), undefined).map(({ value }) => value)).toEqual([false, true]);
  });

  it("go from one end of the slider to the other", () => {
    const points = pointsOf(column("area"), spanWith(column("area"), 19));
    expect(points).toHaveLength(61);
    expect([points[0]?.value, points.at(-1)?.value]).toEqual([1, 37]);
  });

  it("are whole numbers and days, each once", () => {
    const rooms = pointsOf(column("rooms"), spanWith(column("rooms"), 19)).map(({ value }) => value);
    expect(rooms).toEqual(Array.from({ length: 37 }, (_, i) => i + 1));
    expect(pointsOf(column("sold"), spanWith(column("sold"), null))[0]?.value).toBe("1970-01-02");
  });

  it("reach as far as the house's own value", () => {
    expect(spanWith(column("area"), 500)?.to).toBe(500);
    expect(spanWith(column("area"), null)?.to).toBe(37);
  });

  it("are none where nothing is known of the column", () => {
    expect(canVary(column("unread"))).toBe(false);
    expect(hasCurve(column("kind"))).toBe(false);
    expect(canVary(column("kind"))).toBe(true);
  });
});
