import { readFileSync, writeFileSync } from "node:fs";

/** Ticks of the processor in a second (`getconf CLK_TCK`), as Linux counts for programs. */
const TICKS_PER_SECOND = 100;

/** What one piece of work took of a process. */
export interface Usage {
  /** Seconds of processor time, of all its threads. */
  readonly seconds: number;
  /** Megabytes by which its memory rose at the most. */
  readonly megabytes: number;
}

/** Measures what `work` takes of a process. Linux only. */
export async function usageOf(pid: number, work: () => Promise<unknown>): Promise<Usage> {
  // Has the system count the peak of its memory from now on.
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
  const resident = memoryOf(pid, "VmRSS");
  const before = processorSeconds(pid);
  await work();
  return { seconds: processorSeconds(pid) - before, megabytes: memoryOf(pid, "VmHWM") - resident };
}

function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name of the program, in brackets, may have blanks; user and system time are the 14th and 15th fields.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function memoryOf(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
}
