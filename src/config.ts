import * as v from "valibot";
import { HousePriceError } from "../model/errors";
import { parsePins } from "../model/pins";

/** The origin of Apollo Sandbox in the browser. */
export const STUDIO_ORIGIN = "https://studio.apollographql.com";

function integer(min: number, max: number) {
  const problem = `must be a whole number from ${min} to ${max}`;
  return v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,15}$/, problem),
    v.transform(Number),
    v.minValue(min, problem),
    v.maxValue(max, problem),
  );
}

const text = v.pipe(v.string(), v.nonEmpty("must not be empty"));

const flag = v.pipe(
  v.picklist(["true", "false", "1", "0"], "must be true or false"),
  v.transform((value) => value === "true" || value === "1"),
);

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const level = v.picklist(LEVELS, `must be one of ${LEVELS.join(", ")}`);

const isOrigin = (origin: string) => URL.canParse(origin) && new URL(origin).origin === origin;
const origins = v.pipe(
  v.string(),
  v.transform((list) => list.split(",").flatMap((origin) => origin.trim() || [])),
  v.check((list) => list.every(isOrigin), "must be origins such as https://example.org, separated by commas"),
);

const pins = v.pipe(
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

/** A variable: how its text is read, what holds where it is not set, and what it is for. */
function variable<Schema extends v.GenericSchema<string, unknown>>(
  schema: Schema,
  standard: string,
  description: string,
) {
  return v.optional(v.pipe(schema, v.description(description)), standard);
}

/**
 * Every environment variable that the server reads. `docs/CONFIGURATION.md` lists the same; a test compares.
 *
 * @param production - whether NODE_ENV is production, where SANDBOX and INTROSPECTION are off unless they are set
 */
export function configSchema(production: boolean) {
  return v.object({
    HOST: variable(text, "127.0.0.1", "Address to listen on; the image sets 0.0.0.0."),
    PORT: variable(integer(0, 65_535), "4000", "Port to listen on; 0 takes a free one."),
    MODEL_DIR: variable(text, "model/trained", "Directory of the models, as NAME/VERSION/model.json."),
    MODEL_PIN: variable(
      pins,
      "",
      "Versions that answer for their names, such as linear@1,spatial@2; wins over pins.json in MODEL_DIR.",
    ),
    MODEL_POLL_MS: variable(
      integer(0, 3_600_000),
      "1000",
      "Milliseconds between two looks at MODEL_DIR for new and removed versions; 0 looks on SIGHUP alone.",
    ),
    LOG_LEVEL: variable(level, "info", `Least level that is logged: ${LEVELS.join(", ")}.`),
    SANDBOX: variable(flag, String(!production), "Whether a browser at /graphql gets Apollo Sandbox."),
    INTROSPECTION: variable(
      flag,
      String(!production),
      "Whether the schema can be asked for; Sandbox needs it.",
    ),
    CORS_ORIGINS: variable(
      origins,
      "",
      `Origins whose pages may call /graphql, separated by commas; with SANDBOX on, ${STUDIO_ORIGIN} too.`,
    ),
    MAX_BATCH_SIZE: variable(integer(1, 100_000), "10000", "Most rows that one query may have predicted."),
  });
}

/** What the server is told to do. */
export type Config = v.InferOutput<ReturnType<typeof configSchema>>;

/**
 * Reads the configuration from the environment.
 *
 * @throws HousePriceError CONFIG_INVALID, naming each variable whose value cannot be accepted
 */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const result = v.safeParse(configSchema(environment.NODE_ENV === "production"), environment);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const name = v.getDotPath(issue) ?? "";
    return `${name} is "${environment[name]}", but it ${issue.message}`;
  });
  throw new HousePriceError("CONFIG_INVALID", `${problems.join("; ")}.`);
}
