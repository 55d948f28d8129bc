import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Fits a few rows in a process of its own, with so many processors, and prints the model. */
const FIT = `
  const os = require("node:os");
  os.availableParallelism = () => Number(process.argv[1]);
  const { fitSmooth } = require("./dist/training/smooth/fit-smooth.js");
  const { SILENT } = require("./dist/training/progress.js");
  const { Table } = require("./dist/model/table/table.js");
  const fields = ["a", "b", "price"].map((name) => ({ name, type: "number", apiName: name }));
  const table = new Table({ name: "t", fields: [fields[0], fields[1], { ...fields[2], role: "target" }] });
  const rows = Float64Array.from({ length: 800 }, (_, i) => Math.abs(Math.sin(i * i)) + (i % 7));
  const target = Float64Array.from({ length: 400 }, (_, i) => 3 + rows[2 * i] * rows[2 * i + 1] + Math.sin(i));
  const houses = { table, rows, target, features: Int32Array.of(0, 1), numbers: Int32Array.from(target.keys()) };
  fitSmooth(houses, 1, SILENT, { isSpatial: false }).then(({ estimator, heldBack }) => {
    console.log(JSON.stringify({ ...estimator, held: [...heldBack.predictions] }));
  });
`;

const run = promisify(execFile);

describe("when smooth functions are fitted on several threads", () => {
  it("they are the same, bit for bit, as on one", async () => {
    const [one, three] = await Promise.all(
      ["1", "3"].map(async (threads) => (await run(process.execPath, ["-e", FIT, threads])).stdout),
    );
    expect(three).toBe(one);
    expect(JSON.parse(one)).toMatchObject({ kind: "smooth" });
  });
});
