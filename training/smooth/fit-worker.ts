import { parentPort, workerData } from "node:worker_threads";
import { FitThread } from "./fit-thread";
import type { Job } from "./job";
import type { Workspace } from "./workspace";

/** Entry point of a thread of `fit-team.ts`. */
const { workspace, number }: { workspace: Workspace; number: number } = workerData;
const thread = new FitThread(workspace, number);

parentPort?.on("message", (job: Job) => {
  parentPort?.postMessage(thread.perform(job));
});
