import type { PriceQuery } from "../gql/graphql";
import { amountOf, type Target } from "../money";

interface Props {
  readonly prediction: PriceQuery["predictHousePrice"];
  readonly target: Target;
}

/** What moved the price away from the mean of the training rows: a table whose rows have bars. */
export function Contributions({ prediction, target }: Props) {
  const { baseline, contributions } = prediction;
  const largest = Math.max(...contributions.map(({ contribution }) => Math.abs(contribution)), 1e-12);
  return (
    <section class="reasons" aria-labelledby="why-title">
      <h2 id="why-title">Why</h2>
      <table class="contributions">
        <caption>Starting from {amountOf(target, baseline)}, the mean of the training rows:</caption>
        <thead class="hidden">
          <tr>
            <th scope="col">What</th>
            <th scope="col">Bar</th>
            <th scope="col">Adds</th>
          </tr>
        </thead>
        <tbody>
          {contributions.map(({ label, displayValue, contribution }) => (
            <tr key={label}>
              <th scope="row">
                {label} {displayValue && <span class="unit">{shorten(displayValue)}</span>}
              </th>
              <td>
                <Bar share={contribution / largest} />
              </td>
              <td class="amount">{amountOf(target, contribution, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** @param share - from -1 to 1; the middle is 0 */
function Bar({ share }: { readonly share: number }) {
  const width = Math.abs(share) * 50;
  return (
    <svg class="bar" aria-hidden="true">
      <rect
        class={share < 0 ? "less" : "more"}
        x={`${share < 0 ? 50 - width : 50}%`}
        width={`${width}%`}
        y="3"
        height="12"
      />
      <line class="axis" x1="50%" x2="50%" y1="0" y2="18" />
    </svg>
  );
}

/** Without the digits that nobody reads. */
function shorten(value: string): string {
  return /^-?\d+\.\d+$/.test(value) ? String(Number(Number(value).toPrecision(5))) : value;
}
