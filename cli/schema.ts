import { Command, Option } from "commander";
import { ModelRegistry } from "../model/registry/registry";
import type { RegistryObserver } from "../model/registry/registry-observer";
import { buildFederatedSchema, printSortedSchema } from "../schema/build-schema";
import { reportError, runCommand } from "./command-line";

interface Options {
  readonly models: string;
  readonly federation: boolean;
  readonly entity: string;
  readonly key: string[];
  readonly columns: string[];
}

/** A refused model is skipped, but reported. */
const REPORTER: RegistryObserver = { refused: ({ error }) => reportError(error) };

const listed = (text: string) => text.split(",").flatMap((name) => name.trim() || []);

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
  .option("--federation", "print it as a subgraph of Apollo Federation 2, for composition", false)
  .addOption(
    new Option("--entity <type>", "type of the houses in the other subgraph")
      .env("FEDERATION_ENTITY")
      .default("House"),
  )
  .addOption(
    new Option("--key <fields>", "fields that identify a house, separated by commas")
      .env("FEDERATION_KEY")
      .default(["id"], "id")
      .argParser(listed),
  )
  .addOption(
    new Option(
      "--columns <names>",
      "API names of the columns that the other subgraph has, with ! after those that cannot be null",
    )
      .env("FEDERATION_COLUMNS")
      .default([], "all")
      .argParser(listed),
  )
  .action(async ({ models, federation, ...names }: Options) => {
    const { current } = await ModelRegistry.open(models, { observer: REPORTER });
    process.stdout.write(
      federation ? buildFederatedSchema(current.table, names).sdl : printSortedSchema(current.table),
    );
  });

runCommand(command.parseAsync());
