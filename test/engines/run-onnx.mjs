// Runs a file of ONNX outside of jest, whose arrays are not those of Node: `node run-onnx.mjs PACKAGE FILE`, with the inputs as JSON.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

const [name, file] = process.argv.slice(2);
const { InferenceSession, Tensor } = await import(name);
const inputs = JSON.parse(await text(process.stdin));
const feeds = Object.fromEntries(
  Object.entries(inputs).map(([input, values]) => {
    const dims = [values.length, 1];
    const isText = values.some((value) => typeof value === "string");
    const numbers = () => Float64Array.from(values, (value) => value ?? Number.NaN);
    return [input, isText ? new Tensor("string", values, dims) : new Tensor("float64", numbers(), dims)];
  }),
);
const session = await InferenceSession.create(await readFile(file));
const outputs = await session.run(feeds);
const answers = Object.entries(outputs).map(([output, { data }]) => [output, Array.from(data)]);
process.stdout.write(JSON.stringify(Object.fromEntries(answers)), () => process.exit());
