import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onnx } from "../../../../export/onnx/onnx-format";
import { Model } from "../../../../model/model";
import { committedFile } from "../../../support/committed-models";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

const OPTIONS = { coverage: 0.9, dialect: undefined, table: "houses", columns: [], contributions: false };

const start = process.cwd();

let model: Model;

beforeEach(async () => {
  model = new Model(committedFile(1), "a".repeat(64));
  process.chdir(await temporaryDirectory());
});

afterEach(() => process.chdir(start));

/** Installs a runtime in the working directory that gives these prices. */
async function install(prices: readonly number[]): Promise<void> {
  const folder = join("node_modules", "onnxruntime-node");
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "index.js"),
    `const data = Float64Array.from(${JSON.stringify(prices)});
    exports.Tensor = class {};
    exports.InferenceSession = {
      create: async () => ({
        run: async () => ({ price: { data }, lower: { data }, upper: { data } }),
        release: async () => undefined,
      }),
    };`,
  );
}

const goldenOf = ({ file }: Model) => file.golden.map(({ prediction }) => prediction);

describe("an export as ONNX", () => {
  it("says that it was not checked if the working directory has no runtime", async () => {
    const { content, note } = await onnx.write(model, OPTIONS);

    expect(content).toBeInstanceOf(Uint8Array);
    expect(note).toBe(
      "It was not checked: onnxruntime-node is not installed (npm install --no-save --ignore-scripts onnxruntime-node).",
    );
  });

  it("is checked by the runtime of the working directory", async () => {
    await install(goldenOf(model));
    const { note } = await onnx.write(model, OPTIONS);

    expect(note).toBe(`onnxruntime gives its ${model.file.golden.length} golden predictions.`);
  });

  it("is refused if the runtime gives another prediction", async () => {
    const [first, second, ...others] = goldenOf(model);
    await install([first, second + 1, ...others]);
    const { code, message } = await refusalOf(() => onnx.write(model, OPTIONS));

    expect(code).toBe("EXPORT_MISMATCH");
    expect(message).toBe(
      `onnxruntime computes ${second + 1} for golden prediction 2 of linear@1, which is ${second}.`,
    );
  });
});
