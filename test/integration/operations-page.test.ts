import { readFileSync } from "node:fs";
import { ERROR_CODES } from "../../model/errors";
import { configSchema } from "../../src/config";
import { ServerProcess, until } from "../support/server-process";

const page = readFileSync("docs/OPERATIONS.md", "utf8");
const dashboard = readFileSync("deploy/monitoring/grafana/dashboards/house-price.json", "utf8");
const alerts = readFileSync("deploy/monitoring/alerts.yml", "utf8");

let server: ServerProcess;
/** Type by name, and the series of all metrics of a server with workers. */
const types = new Map<string, string>();
let series: string[];

beforeAll(async () => {
  server = await ServerProcess.spawn({ WORKERS: "2" }).ready();
  await until(() => server.listeners.length === 2, "two workers");
  const input = "{medInc: 40, aveRooms: 5, aveOccup: 2}";
  await server.query(`{ predictHousePrice(input: ${input}) { predictedHousePrice } }`);
  await server.query(`{ predictHousePrices(inputs: [${input}]) { __typename } }`);
  await server.query("{ nonsense }");
  const text = await (await server.send("/metrics")).text();
  for (const [, name, type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) types.set(name, type);
  series = text.split("\n").filter((line) => line.startsWith("house_price"));
});

afterAll(() => server.stop());

/** Names of metrics in PromQL; a histogram's series belong to it. */
function metricsIn(text: string): string[] {
  const names = text.match(/\b(house_price|process|nodejs)_[a-z0-9_]+/g) ?? [];
  return names.map((name) => (types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, "")));
}

describe("docs/OPERATIONS.md", () => {
  const rows = [...page.matchAll(/^\| `(house_price_\w+)` \| (\w+) \|([^|]*)\|/gm)];

  it("when a metric is exported, then the table has it with its type, and no other", () => {
    const documented = new Map(rows.map(([, name, type]) => [name, type]));
    const exported = new Map([...types].filter(([name]) => name.startsWith("house_price")));
    expect(documented).toEqual(exported);
  });

  it("when a metric has labels, then the table has the same", () => {
    for (const [, name, , labels] of rows) {
      const documented = [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label);
      const own = series.find((line) => new RegExp(`^${name}(_bucket)?[{ ]`).test(line)) ?? "";
      const exported = [...own.matchAll(/(\w+)="/g)]
        .map(([, label]) => label)
        .filter((label) => label !== "le");
      if (own) expect({ name, labels: documented }).toEqual({ name, labels: exported });
    }
  });

  it("when it names an error code or a variable of the configuration, then there is one", () => {
    const variables = Object.keys(configSchema(false).entries);
    const others = [
      "SIGKILL",
      "NODE_ENV",
      "NODE_CLUSTER_SCHED_POLICY",
      "UNUSUAL_COMBINATION",
      "PROMETHEUS_PORT",
      "GRAFANA_PORT",
      "GRAFANA_PASSWORD",
    ];
    const known = new Set([...Object.keys(ERROR_CODES), ...variables, ...others]);
    const named = [...page.matchAll(/`([A-Z][A-Z_]+[A-Z])(?:=[^`]*)?`/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name) && !/^(OTEL|SOAK)_/.test(name))).toEqual([]);
  });

  it("when an alert or the dashboard asks for a metric, then it is exported", () => {
    const asked = [...metricsIn(alerts), ...metricsIn(dashboard)];
    expect(asked.length).toBeGreaterThan(30);
    const missing = new Set(asked.filter((name) => !types.has(name)));
    // A counter without labels or models to refuse has nothing to show yet, but its type is told all the same.
    expect([...missing]).toEqual([]);
  });
});

it("when there is an alert, then the page says what to do, and of no other", () => {
  const names = (text: string, form: RegExp) => [...text.matchAll(form)].map(([, name]) => name).sort();
  expect(names(page, /^\| `(HousePrice\w+)`/gm)).toEqual(names(alerts, /alert: (\w+)/g));
});

describe("the dashboard of Grafana", () => {
  it("when its panels are laid out, then none lies on another, and each has a query", () => {
    const { panels } = JSON.parse(dashboard);
    const taken = new Set<string>();
    for (const { type, gridPos, targets, title } of panels) {
      if (type !== "row") expect({ title, queries: targets.length }).not.toEqual({ title, queries: 0 });
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(taken.has(`${x},${y}`)).toBe(false);
          taken.add(`${x},${y}`);
        }
      }
    }
  });
});
