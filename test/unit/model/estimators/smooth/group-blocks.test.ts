import { Basis } from "../../../../../model/estimators/smooth/basis";
import type { BlockData } from "../../../../../model/estimators/smooth/basis-format";
import { groupBlocks } from "../../../../../model/estimators/smooth/group-blocks";
import { curveData } from "../../../../support/small-basis";
import { HOUSES } from "../../../../support/smooth-houses";

const groupsOf = (...blocks: BlockData[]) => {
  const curves = ["Area", "Rooms", "Garden"].map((feature) => curveData(feature));
  return groupBlocks(new Basis({ curves, location: null, blocks }, HOUSES).blocks);
};

describe("blocks", () => {
  it("of the same feature are one group, with the label of the first", () => {
    const groups = groupsOf(
      { kind: "curve", feature: "Garden" },
      { kind: "curve", feature: "Area" },
      { kind: "missing", feature: "Garden", share: 0.2 },
    );
    expect(groups).toEqual([
      { features: [HOUSES.indexOf("Garden")], label: "Garden", blocks: [0, 2] },
      { features: [HOUSES.indexOf("Area")], label: "Area", blocks: [1] },
    ]);
  });

  it("of the same features in another order are one group", () => {
    const groups = groupsOf(
      { kind: "product", features: ["Area", "Rooms"], functions: 1, degree: 1 },
      { kind: "product", features: ["Rooms", "Area"], functions: 1, degree: 1 },
      { kind: "product", features: ["Rooms", "Garden"], functions: 1, degree: 1 },
    );
    expect(groups.map(({ label, blocks }) => [label, blocks])).toEqual([
      ["Area × Rooms", [0, 1]],
      ["Rooms × Garden", [2]],
    ]);
  });
});
