import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { bothWays } from "../support/both-ways";
import { CALIFORNIA } from "../support/california";
import { catalogueOf, EVERY_TYPE, tableOf } from "../support/every-type";
import { operationsAbout, type Subject } from "../support/generated-operations";

jest.mock("../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../support/weights-kind").weights] };
});

const california: Subject = { table: CALIFORNIA, model: "linear", number: "medInc" };
const everyType: Subject = { table: tableOf(EVERY_TYPE), model: "weights", number: "area" };

describe.each([
  ["the committed models", california, bothWays()],
  ["a model of a table with every type", everyType, bothWays(() => catalogueOf(everyType.table))],
])("compiled execution of questions to %s", (_, subject, ways) => {
  it("when thousands of generated requests are answered with it and without, then every byte is the same", async () => {
    let [requests, compiled] = [0, 0];
    await fc.assert(
      fc.asyncProperty(operationsAbout(subject), async ({ query, good, any }) => {
        for (const variables of [...good, ...any]) {
          if (await ways.compare({ query, variables })) compiled++;
          requests++;
        }
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(requests).toBeGreaterThanOrEqual(2_000);
    expect(compiled).toBeGreaterThan(requests / 6);
  });

  it("when both have answered the same requests, then both have counted the same", async () => {
    const counted = async (app: FastifyInstance) => {
      const { payload } = await app.inject("/metrics");
      return payload
        .split("\n")
        .filter((line) =>
          /^house_price_(predictions|batch_rows|warnings|errors|request_duration\S*_count)/.test(line),
        )
        .sort();
    };
    const counts = await counted(ways.compiling);
    expect(counts).toEqual(await counted(ways.plain));
    for (const name of ["predictions_total", "batch_rows_sum", "warnings_total", "errors_total"]) {
      expect(counts.join()).toContain(`house_price_${name}`);
    }
  });
});
