/** The limit: the same JSON in and out, and the three multiplications, with no framework and no GraphQL at all. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const file = join(import.meta.dirname, "../../model/trained/linear/1/model.json");
const { estimator } = JSON.parse(readFileSync(file, "utf8"));
const [medIncSlope, aveRoomsSlope, aveOccupSlope] = estimator.terms.map(({ coefficient }) => coefficient);

createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const { medInc, aveRooms, aveOccup } = JSON.parse(Buffer.concat(chunks).toString()).variables.input;
    const predictedHousePrice =
      estimator.intercept + medIncSlope * medInc + aveRoomsSlope * aveRooms + aveOccupSlope * aveOccup;
    const body = JSON.stringify({ data: { predictHousePrice: { predictedHousePrice } } });
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    });
    response.end(body);
  });
}).listen(Number(process.argv[2]), "127.0.0.1");
