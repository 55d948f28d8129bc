import { isIP, isIPv6 } from "node:net";
import * as v from "valibot";
import { parsePins } from "../model/registry/pins";
import { isGraphQLName } from "../schema/federation/entity";

/** Schemas for environment variables. The texts are trimmed and not empty. */

export function integer(min: number, max: number) {
  const problem = `must be a whole number from ${min} to ${max}`;
  return v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,15}$/, problem),
    v.transform(Number),
    v.minValue(min, problem),
    v.maxValue(max, problem),
  );
}

export const text = v.string();

/** A host name or address; an IPv6 address may be in brackets, as in a URL. */
export const host = v.pipe(
  v.string(),
  v.transform((name) => (isIPv6(name.slice(1, -1)) ? name.slice(1, -1) : name)),
);

export const flag = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.picklist(["true", "false", "1", "0"], "must be true or false"),
  v.transform((value) => value === "true" || value === "1"),
);

export const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export const level = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.picklist(LEVELS, `must be one of ${LEVELS.join(", ")}`),
);

export const IDES = ["sandbox", "graphiql", "none"] as const;
export const ide = v.pipe(v.string(), v.toLowerCase(), v.picklist(IDES, `must be one of ${IDES.join(", ")}`));

const list = v.pipe(
  v.string(),
  v.transform((text) => text.split(",").flatMap((item) => item.trim() || [])),
);

/** Browsers send origins in lower case without a trailing slash, but people write them differently. */
const isOrigin = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && url.origin !== "null" && url.href === `${url.origin}/`;
};
export const origins = v.pipe(
  list,
  v.check((all) => all.every(isOrigin), "must be origins such as https://example.org, separated by commas"),
  v.transform((all) => all.map((origin) => new URL(origin).origin)),
);

export const graphqlName = v.pipe(
  v.string(),
  v.check(isGraphQLName, "must be a name of GraphQL, such as House"),
);

const areDifferent = (names: string[]) => new Set(names).size === names.length;
export const graphqlNames = v.pipe(
  list,
  v.check(
    (names) => names.length > 0 && names.every(isGraphQLName) && areDifferent(names),
    "must be different names of GraphQL, separated by commas",
  ),
);

/** Names of columns, each once, with `!` after those that cannot be null. */
export const columnNames = v.pipe(
  list,
  v.check((columns) => {
    const names = columns.map((column) => column.replace(/!$/, ""));
    return names.every(isGraphQLName) && areDifferent(names);
  }, "must be different names of columns such as rooms or rooms!, separated by commas"),
);

const isNetwork = (network: string) => {
  const [address, length, ...rest] = network.split("/");
  const bits = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && rest.length === 0 && (length === undefined || isPrefix(length, bits));
};
const isPrefix = (length: string, bits: number) => /^[0-9]{1,3}$/.test(length) && Number(length) <= bits;
export const networks = v.pipe(
  list,
  v.check(
    (all) => all.every(isNetwork),
    "must be addresses or networks such as 10.0.0.0/8, separated by commas",
  ),
);

export const endpoint = v.pipe(
  v.string(),
  v.check(
    (url) => url === "" || (/^https?:/i.test(url) && URL.canParse(url)),
    "must be an http or https URL",
  ),
);

export const pins = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parsePins(dataset.value);
    if (parsed) return parsed;
    addIssue({
      message: "must pin each name once, as NAME@VERSION, separated by commas: linear@1,spatial@2",
    });
    return NEVER;
  }),
);
