import { FitTeam, threadCount } from "../../../../training/smooth/fit-team";
import type { Job } from "../../../../training/smooth/job";
import { positionInTiles } from "../../../../training/smooth/tile-matrix";
import { createWorkspace } from "../../../../training/smooth/workspace";
import { HOUSES } from "../../../support/smooth-houses";

/** A team for equations with one column, whose sum is 3 and whose penalty is 1. */
function teamOf(): FitTeam {
  const basis = { curves: [], location: null, blocks: [] };
  const plan = { schema: HOUSES.schema, basis, rowWidth: HOUSES.width, rows: 1, columns: 1, foldings: [] };
  const workspace = createWorkspace(plan, 5, 1);
  const memory = new Float64Array(workspace.memory.buffer);
  memory[workspace.places.whole + positionInTiles(0, 0)] = 3;
  memory[workspace.places.penalty + positionInTiles(0, 0)] = 1;
  return new FitTeam(workspace, 1);
}

const job = (factor: number): Job => ({
  kind: "solve",
  heldBack: undefined,
  factor,
  projections: [Float64Array.of(12)],
  sizes: [1],
});

describe("a team of one thread", () => {
  it("is what code that is not compiled has", () => {
    expect(threadCount()).toBe(1);
  });

  it("does a job at once", async () => {
    const team = teamOf();

    expect(team.perform(job(1))?.[0][0][0]).toBeCloseTo(3, 12);
    await team.end();
  });

  it("does all jobs, with results in their order", async () => {
    const team = teamOf();
    const done: string[] = [];
    const results = await team.performAll([job(1), { kind: "design", from: 0, to: 0 }, job(3)], () =>
      done.push("one"),
    );

    expect(results.map((result) => result && Math.round(1e9 * result[0][0][0]) / 1e9)).toEqual([
      3,
      undefined,
      2,
    ]);
    expect(done).toHaveLength(3);
    await team.end();
  });

  it("fails as its job does", async () => {
    await expect(teamOf().performAll([job(-9)], () => undefined)).rejects.toThrow("not positive definite");
  });
});
