import { execute, OperationError } from "./execute";
import { type HouseFeaturesInput, PredictHousePriceDocument } from "./gql/graphql";

/**
 * `npm run example`: asks a running server for a prediction, then shows what it says to bad input.
 * Another server than the default is given as URL: `npm run example -- http://localhost:4001/graphql`.
 */
async function main(url: string): Promise<void> {
  await predict(url, { medInc: 3.5, aveRooms: 5.0, aveOccup: 2.0 });
  await predict(url, { medInc: -1, aveRooms: 5.0, aveOccup: 0 });
}

async function predict(url: string, input: HouseFeaturesInput): Promise<void> {
  console.log(`\n${JSON.stringify(input)}`);
  try {
    const { predictHousePrice: answer } = await execute(url, PredictHousePriceDocument, { input });
    const dollars = answer.predictedHousePriceUsd.toLocaleString("en-US", {
      style: "currency",
      currency: "USD",
    });
    console.log(
      `  ${answer.predictedHousePrice} (${dollars}), by ${answer.model.name}@${answer.model.version}`,
    );
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    for (const { message, extensions } of error.errors) {
      console.log(`  ${extensions?.code ?? "ERROR"}`);
      for (const field of extensions?.fields ?? [{ path: "", message }]) {
        console.log(`    ${field.path}: ${field.message}`);
      }
    }
  }
}

const url = process.argv[2] ?? "http://localhost:4000/graphql";
main(url).catch((error: Error) => {
  console.error(`Cannot reach ${url}: start a server by "npm start", or give its URL. (${error.message})`);
  process.exitCode = 1;
});
