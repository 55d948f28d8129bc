import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatModelTable } from "../../../../cli/models/model-table";
import { surveyModels } from "../../../../cli/models/survey-models";
import { COMMITTED, committedBytes } from "../../../support/committed-models";
import { temporaryDirectory } from "../../../support/temporary-directory";

describe("when a model directory has good and bad", () => {
  it("tells which can be served, which is pinned, and which is refused", async () => {
    const directory = await temporaryDirectory();
    await cp(join(COMMITTED, "linear"), join(directory, "linear"), { recursive: true });
    await cp(join(COMMITTED, "linear", "1"), join(directory, "linear", "7"), { recursive: true });
    await writeFile(join(directory, "pins.json"), '{"linear": 1, "oracle": 3}');

    const survey = await surveyModels(directory, new Map());
    expect(survey.refusedPins.map(({ code }) => code)).toEqual(["PIN_NOT_SERVED"]);
    const lines = (await formatModelTable(directory, survey))
      .split("\n")
      .filter((line) => line.startsWith("│"));
    expect(lines).toHaveLength(1 + 3);
    const cells = lines.map((line) => line.split("│").map((cell) => cell.trim()));
    expect(cells.slice(1).map(([, name, version, , , , status]) => [name, version, status])).toEqual([
      ["linear", "1", "ok, pinned"],
      ["linear", "2", "ok"],
      ["linear", "7", "refused: MODEL_INVALID"],
    ]);
    // The refused one is a copy of the first, and as long.
    expect(cells[3].at(-2)).toBe(String(committedBytes(1).length));
  });
});
