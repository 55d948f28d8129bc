import { kindOf } from "../../../../model/estimators/kind-of";
import { ESTIMATOR_KINDS } from "../../../../model/estimators/kinds";

it.each(ESTIMATOR_KINDS.map(({ name }) => name))("finds the kind of an estimator by its name: %s", (name) => {
  expect(kindOf({ kind: name }).name).toBe(name);
});

it("an estimator of no kind is a defect, since files are validated", () => {
  expect(() => kindOf({ kind: "tree" })).toThrow(new TypeError('There is no kind of estimator "tree".'));
});
