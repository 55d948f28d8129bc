import { Command, Option } from "commander";
import { ModelRegistry } from "../model/registry/registry";
import type { RegistryObserver } from "../model/registry/registry-observer";
import { printSortedSchema } from "../schema/build-schema";
import { reportError, runCommand } from "./command-line";

/** A refused model is skipped, but reported. */
const REPORTER: RegistryObserver = { refused: ({ error }) => reportError(error) };

const command = new Command("npm run --silent schema --")
  .description(
    `Prints the GraphQL schema that a server of these models has, to generate clients or to compare schemas.

  npm run --silent schema -- --models models > houses.graphql`,
  )
  .addOption(
    new Option("--models <directory>", "model directory, laid out as NAME/VERSION/model.json")
      .env("MODEL_DIR")
      .default("model/trained"),
  )
  .action(async ({ models }: { readonly models: string }) => {
    const { current } = await ModelRegistry.open(models, { observer: REPORTER });
    process.stdout.write(printSortedSchema(current.table));
  });

runCommand(command.parseAsync());
