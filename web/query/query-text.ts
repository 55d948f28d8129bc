import type { Column, Value } from "../house/house";
import { type House, inputOf } from "../house/house";
import type { Target } from "../money";
import type { PriceQuestion } from "../state/settings";

/** The query behind a price with its values written into it: it can be pasted into any GraphQL tool. */
export function graphqlText(question: PriceQuestion, columns: readonly Column[], target: Target): string {
  const { house, model, coverage } = question;
  const selector = model
    ? `\n    model: { name: ${JSON.stringify(model.name)}, version: ${model.version} }`
    : "";
  return `query {
  predictHousePrice(
    input: { ${literalsOf(house, columns)} }${selector}
  ) ${selection(target, String(coverage))}
}
`;
}

/** The same for a shell. */
export function curlText(url: string, needsKey: boolean, query: string): string {
  const body = JSON.stringify({ query: query.replace(/\s+/g, " ").trim() });
  const key = needsKey ? " -H 'x-api-key: YOUR_KEY'" : "";
  return `curl -s ${url} -H 'content-type: application/json'${key} -d '${body.replaceAll("'", "'\\''")}'\n`;
}

/** The same for a program, with the values as variables. */
export function typescriptText(
  url: string,
  needsKey: boolean,
  question: PriceQuestion,
  target: Target,
): string {
  const { house, model, coverage } = question;
  const variables = { input: inputOf(house), coverage, ...(model && { model }) };
  const key = needsKey ? ', "x-api-key": "YOUR_KEY"' : "";
  return `const query = \`
query Price($input: HouseFeaturesInput!, $model: ModelSelector, $coverage: Float!) {
  predictHousePrice(input: $input, model: $model) ${selection(target, "$coverage")}
}\`;
const variables = ${JSON.stringify(variables, null, 2)};
const response = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: { "content-type": "application/json"${key} },
  body: JSON.stringify({ query, variables }),
});
const { data, errors } = await response.json();
console.log(errors ?? data.predictHousePrice);
`;
}

function selection({ currency }: Target, coverage: string): string {
  // The API names fields of money by the currency's code: Usd.
  const suffix = currency ? currency.slice(0, 1) + currency.slice(1).toLowerCase() : "";
  return `{
    predictedHousePrice${suffix}
    interval(coverage: ${coverage}) { lower${suffix} upper${suffix} }
    contributions(first: 8) { label displayValue contribution${suffix} }
    warnings { code feature message }
    model { name version }
  }`;
}

function literalsOf(house: House, columns: readonly Column[]): string {
  const fields = columns.flatMap((column) => {
    const value = house[column.apiName] ?? null;
    return value === null ? [] : [`${column.apiName}: ${literalOf(column, value)}`];
  });
  return fields.join(", ");
}

/** A value as GraphQL writes it: those of an enum stand without quotes. */
function literalOf({ categories }: Column, value: Exclude<Value, null>): string {
  const isEnum = categories?.some(({ enumValue }) => enumValue === value);
  return isEnum ? String(value) : JSON.stringify(value);
}
