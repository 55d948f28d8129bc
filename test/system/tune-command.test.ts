import { readFileSync } from "node:fs";
import { TUNED } from "../../training/basis/tuned";
import { everyNthLine, writeTable } from "../support/housing-csv";
import { runMain } from "../support/main-in-process";

describe("npm run tune -- --quick", () => {
  it("prints a table of penalties and errors, and leaves what was tuned alone", async () => {
    const before = readFileSync(TUNED, "utf8");
    const flags = ["--quick", "--data", await writeTable(everyNthLine(60))];
    const { log, error } = await runMain(() => require("../../cli/tune"), "loss", flags);
    expect(error).toEqual([]);
    expect(log[0]).toMatch(/product.*place.*random RMSE.*block RMSE.*loss/);
    expect(log[0].match(/0\.\d{5} │ +\d\.\d{5} │ +\d\.\d{5}/g)).toHaveLength(3);
    expect(readFileSync(TUNED, "utf8")).toBe(before);
  });
});
