import { predictTestRows } from "../../../../training/card/test-results";
import { incomeModel, resultsOf } from "../../../support/card-results";

describe("the results of test rows", () => {
  it("are the predictions of the model, what is left, and the scale of errors", () => {
    const spread = { intercept: 0, terms: [{ feature: "MedInc", min: 0, max: 9, coefficient: 1 }] };
    const model = incomeModel({ uncertainty: { ...incomeModel().file.uncertainty, spread } });
    const { table } = resultsOf([5, 2], [4, 3]);
    const { predicted, residuals, spreads, ...rest } = predictTestRows(model, table);

    expect(rest).toEqual({ model, table });
    expect([[...predicted], [...residuals], [...spreads]]).toEqual([
      [4, 3],
      [1, -1],
      [Math.exp(4), Math.exp(3)],
    ]);
  });
});
