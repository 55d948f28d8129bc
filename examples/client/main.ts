import { predictWithApollo } from "./apollo-client";
import { execute, OperationError } from "./execute";
import { fieldErrors } from "./field-errors";
import {
  type HouseFeaturesInput,
  PredictHousePriceDocument,
  PredictHousePricesDocument,
} from "./gql/graphql";
import { predictWithUrql } from "./urql";

const HOUSE: HouseFeaturesInput = { medInc: 3.5, aveRooms: 5.0, aveOccup: 2.0 };
const BAD_HOUSE: HouseFeaturesInput = { medInc: -1, aveRooms: 5.0, aveOccup: 0 };

/**
 * `npm run example`: asks a running server for a prediction, by `fetch`, by Apollo Client and by urql; then for a batch in which a
 * house is bad, and shows what a form would show of bad input.
 *
 * Another server than the default is given as URL: `npm run example -- http://localhost:4001/graphql`.
 */
async function main(url: string): Promise<void> {
  const { predictHousePrice: answer } = await execute(url, PredictHousePriceDocument, { input: HOUSE });
  const { predictedHousePrice, predictedHousePriceUsd, model } = answer;
  console.log(`${JSON.stringify(HOUSE)}`);
  console.log(
    `  fetch: ${predictedHousePrice} (${dollars(predictedHousePriceUsd)}), by ${model.name}@${model.version}`,
  );
  console.log(`  Apollo Client: ${dollars(await predictWithApollo(url, HOUSE))}`);
  console.log(`  urql: ${dollars(await predictWithUrql(url, HOUSE))}`);
  await predictBatch(url, [HOUSE, BAD_HOUSE]);
  await showFieldErrors(url, BAD_HOUSE);
}

/** A bad house fails alone: each answer of the batch is a prediction, or what is wrong with the house. */
async function predictBatch(url: string, inputs: HouseFeaturesInput[]): Promise<void> {
  console.log("a batch");
  const { predictHousePrices } = await execute(url, PredictHousePricesDocument, { inputs });
  for (const [i, result] of predictHousePrices.entries()) {
    if (result.__typename === "InvalidHouseFeatures") {
      console.log(`  house ${i}: ${result.fields.map(({ message }) => message).join(" ")}`);
    } else {
      const { lowerUsd, upperUsd } = result.interval;
      console.log(`  house ${i}: ${dollars(lowerUsd)} to ${dollars(upperUsd)} with 90 % probability`);
    }
  }
}

/** What a form shows beside its fields. */
async function showFieldErrors(url: string, input: HouseFeaturesInput): Promise<void> {
  console.log(JSON.stringify(input));
  try {
    await execute(url, PredictHousePriceDocument, { input });
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    for (const { extensions } of error.errors) console.log(`  ${extensions?.code}`);
    for (const [field, message] of fieldErrors(error.errors)) console.log(`    ${field}: ${message}`);
  }
}

function dollars(amount: number): string {
  return amount.toLocaleString("en-US", { style: "currency", currency: "USD" });
}

const url = process.argv[2] ?? "http://localhost:4000/graphql";
main(url).catch((error: Error) => {
  console.error(`Cannot reach ${url}: start a server by "npm start", or give its URL. (${error.message})`);
  process.exitCode = 1;
});
