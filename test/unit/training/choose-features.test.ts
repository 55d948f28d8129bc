import { chooseFeatures } from "../../../training/choose-features";
import { trainerNamed } from "../../../training/trainer-named";
import { CALIFORNIA_FEATURES, CALIFORNIA_SCHEMA } from "../../support/california";
import { refusalOf } from "../../support/refusal";

const linear = trainerNamed("linear");
const { defaultFeatures: _, ...withoutDefault } = CALIFORNIA_SCHEMA;

describe("the features that a model learns from", () => {
  it("are those of the schema where none are named, or all where it names none", () => {
    expect(chooseFeatures(CALIFORNIA_SCHEMA, undefined, linear)).toEqual(["MedInc", "AveRooms", "AveOccup"]);
    expect(chooseFeatures(withoutDefault, undefined, linear)).toEqual(CALIFORNIA_FEATURES);
  });

  it("are named as in the file or as in the API, in the order that is given, or all by one word", () => {
    expect(chooseFeatures(CALIFORNIA_SCHEMA, ["aveOccup", "MedInc"], linear)).toEqual(["AveOccup", "MedInc"]);
    expect(chooseFeatures(CALIFORNIA_SCHEMA, ["all"], linear)).toEqual(CALIFORNIA_FEATURES);
  });

  it.each([
    [["MedInc", "Foo"], 'unknown: "Foo". Available: MedInc, HouseAge'],
    [["medinc"], 'unknown: "medinc"'],
    [["MedHouseVal"], 'unknown: "MedHouseVal"'],
    [[""], 'unknown: ""'],
    [["MedInc", "medInc"], "named twice"],
  ])("are not %j", async (given, says) => {
    const { code, message } = await refusalOf(() => chooseFeatures(CALIFORNIA_SCHEMA, given, linear));
    expect(code).toBe("OPTION_INVALID");
    expect(message).toContain(says);
  });

  it.each(["smooth", "spatial"])("are all for %s, whose functions choose among them", async (name) => {
    const trainer = trainerNamed(name);
    expect(chooseFeatures(CALIFORNIA_SCHEMA, undefined, trainer)).toEqual(CALIFORNIA_FEATURES);
    expect(chooseFeatures(CALIFORNIA_SCHEMA, ["all"], trainer)).toEqual(CALIFORNIA_FEATURES);
    expect((await refusalOf(() => chooseFeatures(CALIFORNIA_SCHEMA, ["MedInc"], trainer))).message).toContain(
      `--features MedInc cannot be used with --model ${name}`,
    );
  });
});
