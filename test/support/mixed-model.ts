import type { ModelFile } from "../../model/file/format";
import { committedFile } from "./committed-models";

/**
 * A model of a table with a column of every kind, whose training rows lacked some garden areas and some heatings; it gives
 * every house the same price. The kind of estimator is that of `constant-kind.ts`, which a test adds to the list.
 */
export function mixedFile(): ModelFile {
  const quantiles = Array.from({ length: 19 }, (_, i) => i + 1);
  const number = { min: 1, max: 20, mean: 10, quantiles };
  return {
    ...committedFile(1),
    name: "mixed",
    table: {
      fields: [
        {
          name: "Living area",
          type: "number",
          apiName: "livingArea",
          unit: "m²",
          constraints: { required: true, exclusiveMinimum: 0 },
        },
        { name: "Garden", type: "number", apiName: "garden", unit: "m²" },
        { name: "Sold", type: "date", format: "%d/%m/%Y", apiName: "sold" },
        { name: "Lift", type: "boolean", apiName: "lift" },
        {
          name: "Heating",
          type: "string",
          apiName: "heating",
          constraints: { enum: ["coal", "gas", "oil"] },
        },
        {
          name: "Town",
          type: "string",
          apiName: "town",
          constraints: { enum: Array.from({ length: 150 }, (_, i) => `town ${i}`) },
        },
        {
          name: "Pool",
          type: "string",
          apiName: "pool",
          missingCategory: "none",
          constraints: { enum: ["big", "none", "small"] },
        },
        { name: "Price", type: "number", role: "target", unit: "euros", currency: "EUR" },
      ],
    },
    target: { min: 100_000, max: 900_000 },
    features: [
      { name: "Living area", ...number, missing: 0 },
      { name: "Garden", ...number, missing: 40 },
      { name: "Sold", min: 18_262, max: 19_000, mean: 18_500, quantiles, missing: 0 },
      { name: "Lift", ...number, min: 0, max: 1, mean: 0.5, missing: 0 },
      { name: "Heating", counts: [0, 60, 30], missing: 10 },
      { name: "Town", counts: Array.from({ length: 150 }, () => 1), missing: 0 },
      { name: "Pool", counts: [5, 80, 15], missing: 0 },
    ],
    estimator: CONSTANT,
    uncertainty: { ...committedFile(1).uncertainty, spread: { intercept: 10, terms: [] } },
    novelty: { columns: ["Living area", "Garden"], whitening: [[0.2], [0, 0.2]], threshold: 3 },
    golden: [{ features: [10, null, 18_500, 1, "gas", "town 7", "none"], prediction: 250_000 }],
  };
}

const CONSTANT = { kind: "constant", price: 250_000 };
