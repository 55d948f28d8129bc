import * as v from "valibot";
import { configSchema } from "./config";

const INTRODUCTION = `# Configuration

The server reads these environment variables. It does not start with a value that it cannot accept, and names the
variable. White space around a value is ignored, an empty value stands for the default, and \`true\`, \`false\` and log levels
may be in capitals. A variable whose name is almost one of these is reported at the start. This page is written by \`npm run codegen\` from \`src/config.ts\`.

| variable | default | what it is for |
| --- | --- | --- |`;

/** The page of all environment variables: `docs/CONFIGURATION.md`. */
export function printConfigurationPage(): string {
  const development = defaultsOf(false);
  const production = defaultsOf(true);
  const rows = Object.entries(configSchema(false).entries).map(([name, { wrapped }]) => {
    const standard =
      development[name] === production[name]
        ? code(development[name])
        : `${code(development[name])}; ${code(production[name])} with NODE_ENV=production`;
    return `| \`${name}\` | ${standard} | ${v.getDescription(wrapped)} |`;
  });
  return `${[INTRODUCTION, ...rows].join("\n")}\n`;
}

/** What holds where a variable is not set, by its name. */
function defaultsOf(isProduction: boolean): { readonly [name: string]: string } {
  const { entries } = configSchema(isProduction);
  return Object.fromEntries(
    Object.entries(entries).map(([name, schema]) => [name, String(v.getDefault(schema))]),
  );
}

function code(value: string): string {
  return value === "" ? "none" : `\`${value}\``;
}
