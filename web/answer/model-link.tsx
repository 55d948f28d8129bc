import { apiKey } from "../api/api-key";
import type { ModelName } from "../state/settings";

/** A model's name, with a link to its card. A link carries no API key: where one is needed, there is only the name. */
export function ModelLink({ name, version }: ModelName) {
  const id = `${name}@${version}`;
  return apiKey.get() ? <b>{id}</b> : <a href={`models/${name}/${version}`}>{id}</a>;
}
