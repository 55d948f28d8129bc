import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { modelRows } from "../../../../cli/models/model-rows";
import { formatModels } from "../../../../cli/models/model-table";
import { surveyModels } from "../../../../cli/models/survey-models";
import { COMMITTED, committedBytes } from "../../../support/committed-models";
import { temporaryDirectory } from "../../../support/temporary-directory";

describe("when a model directory has good and bad", () => {
  it("tells which can be served, which is pinned, which is refused, and when each answers", async () => {
    const directory = await temporaryDirectory();
    await cp(join(COMMITTED, "linear"), join(directory, "linear"), { recursive: true });
    await cp(join(COMMITTED, "linear", "1"), join(directory, "linear", "7"), { recursive: true });
    await writeFile(join(directory, "pins.json"), '{"linear": 1, "oracle": 3}');

    const survey = await surveyModels(directory, new Map());
    expect(survey.refusedPins.map(({ code }) => code)).toEqual(["PIN_NOT_SERVED"]);
    const rows = await modelRows(directory, survey);
    const lines = formatModels(rows).split("\n");
    const cells = lines
      .filter((line) => line.startsWith("│"))
      .map((line) => line.split("│").map((cell) => cell.trim()));
    expect(cells.map(([, name, version, , , , status, answers]) => [name, version, status, answers])).toEqual(
      [
        ["name", "version", "status", "answers"],
        ["linear", "1", "ok, pinned", "by default"],
        ["linear", "2", "ok", "when named"],
        ["linear", "7", "refused: MODEL_INVALID", ""],
      ],
    );
    // The refused one is a copy of the first, and as long.
    expect(cells[3].at(-2)).toBe(String(committedBytes(1).length));
    expect(lines.slice(-2)).toEqual([
      "linear@1: Answers by default: linear is pinned to it.",
      "linear@2: Answers when named: linear is pinned to version 1.",
    ]);
  });

  it("tells a note", () => {
    const [row] = [
      {
        name: "linear",
        version: "1",
        status: "ok",
        bytes: undefined,
        model: {
          ...({
            when: "by default",
            reason: "Answers by default: it is the newest version.",
            pinned: false,
          } as const),
          ...{
            algorithm: "least squares",
            trainedAt: "2026-01-01",
            sha256: "0".repeat(64),
            note: "without 2020",
          },
          ...{ rows: 100, seed: 1, testSize: 0.25, features: 3, testRmse: 116_337.123, testR2: 0.5 },
        },
      },
    ];
    const text = formatModels([row]);
    expect(text).toContain("Answers by default: it is the newest version. Note: without 2020");
    expect(text).toContain("116340");
  });
});
