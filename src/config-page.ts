import * as v from "valibot";
import { configSchema } from "./config";

const INTRODUCTION = `# Configuration

The server reads these environment variables. If a value is invalid, the server names the variable and does not start.
White space around a value is ignored, an empty value means the default, and \`true\`, \`false\` and log levels
may be in capitals. At startup, the server warns of variables that look like misspellings of these. \`npm run codegen\` writes this page from \`src/config.ts\`.

| variable | default | description |
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

/** The default of each variable, by name. */
function defaultsOf(isProduction: boolean): { readonly [name: string]: string } {
  const { entries } = configSchema(isProduction);
  return Object.fromEntries(
    Object.entries(entries).map(([name, schema]) => [name, String(v.getDefault(schema))]),
  );
}

function code(value: string): string {
  return value === "" ? "none" : `\`${value}\``;
}
