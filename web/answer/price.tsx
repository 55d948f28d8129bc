import { Band } from "../charts/band";
import type { PriceQuery } from "../gql/graphql";
import { amountOf, type Target } from "../money";
import type { ModelName } from "../state/settings";
import { ModelLink } from "./model-link";

type Prediction = PriceQuery["predictHousePrice"];

interface Props {
  readonly prediction: Prediction;
  readonly target: Target;
  readonly coverage: number;
  readonly onCoverage: (coverage: number) => void;
}

const COVERAGES = [0.5, 0.8, 0.9, 0.95, 0.99];

type Interval = Prediction["interval"];

/** Intervals are cut to the range of the training rows; the price of a linear model is not. */
const isOutside = (price: number, { lower, upper }: Interval) => price < lower || price > upper;
const boundNear = (price: number, { lower, upper }: Interval) => (price > upper ? upper : lower);

/** The price, the interval around it, what stands against both, and who says so. */
export function Price({ prediction, target, coverage, onCoverage }: Props) {
  const { predictedHousePrice: price, interval, warnings, model } = prediction;
  const { name, version }: ModelName = model;
  return (
    <section class="summary" aria-labelledby="price-title">
      <h2 id="price-title">{target.label}</h2>
      <output class="price">{amountOf(target, price)}</output>
      <Band price={price} interval={interval} target={target} />
      <p>
        <label>
          With{" "}
          <select
            class="inline"
            onChange={({ currentTarget }) => onCoverage(COVERAGES[currentTarget.selectedIndex] ?? coverage)}
          >
            {COVERAGES.map((each) => (
              <option key={each} selected={each === coverage}>
                {Math.round(each * 100)} %
              </option>
            ))}
          </select>{" "}
          probability
        </label>{" "}
        from <b>{amountOf(target, interval.lower)}</b> to <b>{amountOf(target, interval.upper)}</b>, says{" "}
        <ModelLink name={name} version={version} />.
      </p>
      {isOutside(price, interval) && (
        <p class="hint">
          The price lies beyond what any training row was worth. The interval ends there, so read the price as{" "}
          {price > interval.upper ? "at least" : "at most"} {amountOf(target, boundNear(price, interval))}.
        </p>
      )}
      <ul class="warnings" aria-label="Warnings">
        {warnings
          .filter(({ feature }) => !feature)
          .map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
      </ul>
    </section>
  );
}
