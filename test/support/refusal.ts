import { HousePriceError } from "../../model/errors";

/** The HousePriceError that `attempt` ends with; anything else fails the test. */
export async function refusalOf(attempt: () => unknown): Promise<HousePriceError> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof HousePriceError) return error;
    throw error;
  }
  throw new Error("It was expected to be refused, but was accepted.");
}
