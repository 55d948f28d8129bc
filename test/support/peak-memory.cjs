// Loaded into a process before its program: writes, when the process ends, the most memory that it ever had resident,
// in bytes, to the file that PEAK_MEMORY_FILE names.
const { existsSync, readFileSync, writeFileSync } = require("node:fs");

function peakBytes() {
  // What getrusage tells may count the process that started this one too, so /proc is better where it exists.
  if (!existsSync("/proc/self/status")) return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

process.on("exit", () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(peakBytes())));
