import { findTrainer, trainerNamed, trainerNames } from "../../../training/trainer-named";
import { refusalOf } from "../../support/refusal";

describe("a trainer", () => {
  it("is found by its name", () => {
    expect(trainerNames()).toEqual(["linear", "smooth", "spatial"]);
    expect(trainerNames().map((name) => trainerNamed(name).name)).toEqual(trainerNames());
    expect(findTrainer("smooth")).toBe(trainerNamed("smooth"));
  });

  it("is refused where there is none of a name", async () => {
    expect(findTrainer("forest")).toBeUndefined();
    const { code, message } = await refusalOf(() => trainerNamed("forest"));

    expect([code, message]).toEqual([
      "OPTION_INVALID",
      "Cannot train a model forest: --model must be one of linear, smooth, spatial.",
    ]);
  });
});
