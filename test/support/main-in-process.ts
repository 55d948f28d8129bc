import { eventually } from "./waiting";

/** What a command wrote by the console, line by line. */
export interface ConsoleOutput {
  readonly log: string[];
  readonly error: string[];
}

const { argv, env } = process;

afterEach(() => {
  jest.restoreAllMocks();
  process.argv = argv;
  process.env = env;
  process.exitCode = undefined;
});

/**
 * Runs a main file in this process, where coverage sees it, until it has written a line that holds `last`. What it does
 * as a process of its own is told by the tests that start one. A test file can load a main file once.
 */
export async function runMain(
  load: () => unknown,
  last: string,
  args: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<ConsoleOutput> {
  const output: ConsoleOutput = { log: [], error: [] };
  jest.spyOn(console, "log").mockImplementation((line) => void output.log.push(String(line)));
  jest.spyOn(console, "error").mockImplementation((line) => void output.error.push(String(line)));
  process.argv = [...argv.slice(0, 2), ...args];
  process.env = { ...env, ...environment };
  load();
  await eventually(() => [...output.log, ...output.error].find((line) => line.includes(last)));
  return output;
}
