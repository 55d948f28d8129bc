import { decideColumns } from "../../../../training/describe/decided-column";
import { examineColumns } from "../../../../training/describe/examined-column";
import { scanFile } from "../../../../training/describe/scan";
import { writeTable } from "../../../support/describing";

async function decide(text: string, target = "price", ignored: readonly string[] = []) {
  const scan = await scanFile(await writeTable(text), undefined, new Set());
  const { columns, locationProblem } = decideColumns(examineColumns(scan, { target, ignored }), scan);
  return {
    roles: columns.map(({ role }) => role),
    reasons: columns.map(({ reason }) => reason),
    locationProblem,
  };
}

describe("the role of a column", () => {
  it("is that of the target, of the location, of a feature, or none, with the reason", async () => {
    const text = "lat,lon,area,same,skip,price\n50.5,4.5,1.5,x,1,7\n51.5,5.5,2.5,x,2,9\n";

    expect(await decide(text, "price", ["skip"])).toEqual({
      roles: ["latitude", "longitude", "feature", "ignored", "ignored", "target"],
      reasons: [
        undefined,
        undefined,
        undefined,
        "it has the same value in every row",
        "excluded by you",
        undefined,
      ],
      locationProblem: undefined,
    });
  });

  it("is that of the target even of a constant column", async () => {
    expect((await decide("area,price\n1.5,7\n2.5,7\n")).roles).toEqual(["feature", "target"]);
  });

  it("is not that of a location with a column that is left out, or is the target", async () => {
    const text = "lat,lon,price\n50.5,4.5,7\n51.5,5.5,9\n";
    const problem = (name: string, other: string) =>
      `"${name}" looks like one half of a location, but there is no ${other}.`;

    expect(await decide(text, "price", ["lon"])).toEqual({
      roles: ["feature", "ignored", "target"],
      reasons: [undefined, "excluded by you", undefined],
      locationProblem: problem("lat", "longitude"),
    });
    expect((await decide(text, "lat")).locationProblem).toBe(problem("lon", "latitude"));
  });
});
