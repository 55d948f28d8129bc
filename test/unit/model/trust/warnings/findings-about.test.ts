import { findingsAbout } from "../../../../../model/trust/warnings/findings-about";
import { CALIFORNIA } from "../../../../support/california";

describe("findings about features", () => {
  it("when features are named, then each has its position in the table and a finding with its API name, in their order", () => {
    const { positions, findings } = findingsAbout("CODE", CALIFORNIA, [
      { name: "AveOccup" },
      { name: "MedInc" },
    ]);
    expect([...positions]).toEqual([5, 0]);
    expect(findings).toEqual([
      { code: "CODE", feature: "aveOccup" },
      { code: "CODE", feature: "medInc" },
    ]);
  });

  it("when there are none, then there is nothing to find", () => {
    expect(findingsAbout("CODE", CALIFORNIA, [])).toEqual({ positions: new Int32Array(), findings: [] });
  });
});
