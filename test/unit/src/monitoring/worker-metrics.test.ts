import { exposeMetrics } from "../../../../src/monitoring/exposition";
import { Counter, Gauge } from "../../../../src/monitoring/metric";
import { WorkerMetrics } from "../../../../src/monitoring/worker-metrics";
import { pauseBeforeRestart } from "../../../../src/workers";

/** A worker that answers when it is asked, or says nothing. */
function worker(memory: WorkerMetrics, id: number, state: { rows: number; mute?: boolean }) {
  return {
    id,
    ask(round: number) {
      if (state.mute) return;
      const counter = new Counter("rows_total", "Rows.");
      counter.series().value = state.rows;
      const gauge = new Gauge("memory", "Memory.", () => [{ labels: {}, value: 100 }]);
      memory.receive(id, round, [counter.collect(), { ...gauge.collect(), aggregator: "sum" }]);
    },
  };
}

async function read(memory: WorkerMetrics, ...workers: ReturnType<typeof worker>[]) {
  const page = await exposeMetrics(await memory.collect(workers));
  const value = (name: string) => Number(new RegExp(`^${name} (.*)$`, "m").exec(page)?.[1]);
  return { rows: value("rows_total"), memory: value("memory") };
}

describe("the primary's memory of its workers", () => {
  it("when a worker is gone, then what it had counted stays and what it measured does not", async () => {
    const memory = new WorkerMetrics();
    const first = { rows: 5 };
    const second = { rows: 7 };
    const workers = [worker(memory, 1, first), worker(memory, 2, second)];
    expect(await read(memory, ...workers)).toEqual({ rows: 12, memory: 200 });

    await memory.retire(1);
    second.rows = 8;
    expect(await read(memory, workers[1])).toEqual({ rows: 13, memory: 100 });

    await memory.retire(2);
    expect(await read(memory, worker(memory, 3, { rows: 1 }))).toEqual({ rows: 14, memory: 100 });
  });

  it("when several workers die at a time, then nothing that they counted is lost", async () => {
    const memory = new WorkerMetrics();
    const workers = [1, 2, 3].map((id) => worker(memory, id, { rows: 10 ** id }));
    await read(memory, ...workers);
    await Promise.all([memory.retire(1), memory.retire(2), memory.retire(3)]);
    expect((await read(memory)).rows).toBe(1110);
  });

  it("when a worker is asked and does not answer, then its last metrics are used", async () => {
    const memory = new WorkerMetrics();
    const state = { rows: 5, mute: false };
    const mute = worker(memory, 1, state);
    await read(memory, mute);
    state.mute = true;
    expect((await read(memory, mute)).rows).toBe(5);
  });

  it("when a worker dies while it is asked, then nobody waits for it", async () => {
    const memory = new WorkerMetrics();
    const state = { rows: 5, mute: false };
    const dying = worker(memory, 1, state);
    await read(memory, dying);
    state.mute = true;
    const reading = read(memory, dying);
    await memory.retire(1);
    expect((await reading).rows).toBe(5);
  });

  it("when it is asked by several at a time, then the workers are asked once", async () => {
    const memory = new WorkerMetrics();
    const asked: number[] = [];
    const source = { id: 1, ask: (round: number) => void asked.push(round) };
    const both = Promise.all([memory.collect([source]), memory.collect([source])]);
    memory.receive(1, asked[0], []);
    await both;
    expect(asked).toHaveLength(1);
  });
});

it("when workers die again and again, then the pause before the next grows to half a minute", () => {
  expect([0, 1, 2, 3, 4].map(pauseBeforeRestart)).toEqual([0, 100, 200, 400, 800]);
  expect(pauseBeforeRestart(1000)).toBe(30_000);
});
