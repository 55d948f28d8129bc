import type { Model } from "../../../../model/model";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import type { PredictionRecorder } from "../../../../schema/context";
import { InputProblem } from "../../../../schema/invalid-input.error";
import { predictRow } from "../../../../src/rest/predict-row";
import { CALIFORNIA } from "../../../support/california";
import { modelVariant } from "../../../support/model-variants";

const GUIDE = { MedInc: 3.5, AveRooms: 5, AveOccup: 2 };

let model: Model;
let recorded: [id: string, income: number, offset: number, prediction: number][];
let recorder: PredictionRecorder;

beforeEach(() => {
  model = modelVariant("a", 1, 1);
  recorded = [];
  recorder = {
    predicted: ({ id }, rows, offset, prediction) => void recorded.push([id, rows[0], offset, prediction]),
    batched: (rows) => {
      throw new Error(`It is no batch of ${rows}.`);
    },
  };
});

const predict = (values: object) =>
  predictRow(CALIFORNIA, { ...values }, { catalogue: new ModelCatalogue([model]), recorder });

describe("the prediction of a row", () => {
  it("is that of the model which answers, and is recorded", () => {
    const row = CALIFORNIA.emptyRow();
    for (const [name, value] of Object.entries(GUIDE)) row[CALIFORNIA.indexOf(name)] = value;
    const price = model.predict(row);
    expect(predict(GUIDE)).toEqual({ predicted_house_price: price });
    expect(recorded).toEqual([["a@1", 3.5, 0, price]]);
  });

  it("does without a recorder", () => {
    const answer = predictRow(CALIFORNIA, GUIDE, { catalogue: new ModelCatalogue([model]) });
    expect(answer).toEqual(predict(GUIDE));
  });

  it.each([
    ["a name", { ...GUIDE, Rooms: 5 }, "Rooms"],
    ["a type", { ...GUIDE, MedInc: "3.5" }, "MedInc"],
    ["a value", { ...GUIDE, MedInc: -1 }, "MedInc"],
    ["a missing value", { MedInc: 3.5, AveRooms: 5 }, "AveOccup"],
  ])("when %s is wrong, then that is told, and nothing recorded", (_what, values, path) => {
    const found = predict(values);
    expect(found instanceof InputProblem && found.fields.map((field) => field.path)).toEqual([path]);
    expect(recorded).toEqual([]);
  });
});
