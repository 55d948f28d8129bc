import { metricsSection, resultsSection } from "../../../../training/card/results";
import { incomeModel } from "../../../support/card-results";

const SCORES = {
  r2: 0.5,
  rmse: 0.123456,
  mae: 2000.4,
  medianApe: 0.1,
  within5: 0.2,
  within10: 0.3,
  within20: 0.45678,
};
const METRICS = {
  train: { ...SCORES, rows: 12_345 },
  test: { ...SCORES, rows: 2, rmse: 1.5 },
  crossValidation: [
    { ...SCORES, folds: "random" as const, count: 5, rows: 20 },
    { ...SCORES, folds: "spatial-block" as const, count: 5, rows: 20 },
  ],
  coverage: [{ nominal: 0.9, observed: 0.912, meanWidth: 2.5, constantMeanWidth: 12_345.6 }],
};

/** The model of a table whose target has another scale or no currency. */
function modelWith(target: object) {
  const { table } = incomeModel().file;
  const fields = table.fields.map((field) => {
    if (field.role !== "target") return field;
    const { scale: _scale, currency: _currency, unit: _unit, ...rest } = field;
    return { ...rest, ...target };
  });
  return incomeModel({ metrics: METRICS, table: { ...table, fields } });
}

describe("the metrics in a card", () => {
  it("are those of training, test and cross-validation, also in the currency", () => {
    const [heading, about, table, , shares] = metricsSection(incomeModel({ metrics: METRICS }));

    expect(heading).toBe("## Metrics");
    expect(about).toContain("Errors are in 100,000 US dollars.");
    expect(table.split("\n")).toEqual([
      "|  | rows | R² | RMSE | RMSE in US dollars | MAE |",
      "| --- | ---: | ---: | ---: | ---: | ---: |",
      "| training rows | 12,345 | 0.5000 | 0.1235 | 12,346 | 2,000 |",
      "| **test rows** | 2 | 0.5000 | 1.5000 | 150,000 | 2,000 |",
      "| 5-fold cross-validation, random folds | 20 | 0.5000 | 0.1235 | 12,346 | 2,000 |",
      "| 5-fold cross-validation, spatial blocks | 20 | 0.5000 | 0.1235 | 12,346 | 2,000 |",
    ]);
    expect(shares.split("\n")[0]).toBe(
      "|  | median error | within 5\u00a0% | within 10\u00a0% | within 20\u00a0% |",
    );
    expect(shares.split("\n")[3]).toBe(
      "| **test rows** | 10.0\u00a0% | 20.0\u00a0% | 30.0\u00a0% | 45.7\u00a0% |",
    );
  });

  it.each([
    ["the currency itself", { currency: "EUR" }],
    ["no currency", { scale: 1000 }],
  ])("have one RMSE where the target is in %s", (_what, target) => {
    const [, , table] = metricsSection(modelWith(target));

    expect(table.split("\n")[0]).toBe("|  | rows | R² | RMSE | MAE |");
  });
});

describe("the results in a card", () => {
  it("are the charts and the coverage of intervals", () => {
    const figures = [{ file: "a.svg", heading: "One", caption: "A chart.", spec: { mark: "bar" } }] as const;
    const [heading, , one, caption, image, intervals, about, table, ...rest] = resultsSection(
      incomeModel({ metrics: METRICS }),
      figures.map((figure) => ({ ...figure, spec: { ...figure.spec, data: { values: [] } } })),
    );

    expect([heading, one, caption, image, intervals]).toEqual([
      "## Results on the test rows",
      "### One",
      "A chart.",
      "![One, as described above](a.svg)",
      "### Intervals",
    ]);
    expect(about).toMatch(/constant-width intervals, in 100,000 US dollars\.$/);
    expect(table.split("\n")).toEqual([
      "| nominal coverage | observed | mean width | mean width if constant |",
      "| --- | ---: | ---: | ---: |",
      "| 90.0\u00a0% | 91.2\u00a0% | 2.5000 | 12,346 |",
    ]);
    expect(rest).toEqual([]);
  });
});
