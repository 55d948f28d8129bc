import { type ChildProcess, fork } from "node:child_process";
import { verifyModel } from "../../model/file/read-model";
import { CALIFORNIA } from "./california";
import type { Command, Expectations, LoadReport, Reply } from "./load-generator";
import { versionText } from "./model-versions";
import { until } from "./server-process";

const INPUTS = Array.from({ length: 40 }, (_, i) => ({
  medInc: 0.5 + i * 0.3,
  aveRooms: 2 + (i % 7) * 0.9,
  aveOccup: 1 + (i % 5) * 0.7,
}));

/** What each of the versions computes, by the model itself. */
export function expectedOf(versions: readonly number[]): Pick<Expectations, "inputs" | "versions"> {
  const expected = versions.map((version) => {
    const model = verifyModel(Buffer.from(versionText(version)), `linear@${version}`);
    const predictions = INPUTS.map((input) => {
      const row = new Float64Array(CALIFORNIA.width);
      CALIFORNIA.writeRow(input, row);
      return model.predict(row);
    });
    return [version, { sha256: model.sha256, predictions }];
  });
  return { inputs: INPUTS, versions: Object.fromEntries(expected) };
}

/** The load generator, told by messages. */
export class Load {
  private readonly replies: Reply[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.on("message", (reply: Reply) => this.replies.push(reply));
  }

  static fork(): Load {
    const execArgv = ["--require", "./test/support/swc-require.cjs"];
    return new Load(fork("test/support/load-generator.ts", { execArgv }));
  }

  tell(command: Command): void {
    this.child.send(command);
  }

  /** Stops asking for a version by its number; done once no such request is open. */
  async forget(version: number): Promise<void> {
    this.tell({ kind: "forget", version });
    await until(
      () => this.replies.find((reply) => reply.kind === "forgotten" && reply.version === version),
      `the last answer of ${version}`,
    );
  }

  async stop(): Promise<LoadReport> {
    this.tell({ kind: "stop" });
    const reply = await until(() => this.replies.find((each) => each.kind === "report"), "the report");
    if (reply.kind !== "report") throw new Error(reply.kind);
    return reply.report;
  }

  end(): void {
    this.child.kill();
  }
}
