import { execute, OperationError } from "../../examples/client/execute";
import { PredictHousePriceDocument } from "../../examples/client/gql/graphql";
import reference from "../reference/scikit-learn.json";
import { expectParity } from "../support/closeness";
import { runNode } from "../support/node-process";
import { startServer } from "../support/server";

const MAIN = "dist/examples/client/main.js";
const INPUT = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };
/** Nothing listens there: the port is reserved. */
const NOWHERE = "http://127.0.0.1:1/graphql";

let url: string;

beforeAll(async () => {
  url = `${await startServer()}/graphql`;
});

describe("execute", () => {
  it("gives the operation's result", async () => {
    const { predictHousePrice } = await execute(url, PredictHousePriceDocument, { input: INPUT });
    expectParity(
      [predictHousePrice.predictedHousePrice],
      [reference.models.three_features.example.prediction],
    );
    expect(predictHousePrice.model).toMatchObject({ name: "linear", version: 1 });
  });

  it("throws what is wrong with each field of a bad input", async () => {
    const failure = execute(url, PredictHousePriceDocument, { input: { ...INPUT, medInc: -1, aveOccup: 0 } });
    await expect(failure).rejects.toBeInstanceOf(OperationError);
    await expect(failure).rejects.toMatchObject({
      errors: [
        {
          extensions: {
            code: "BAD_USER_INPUT",
            fields: expect.arrayContaining([
              expect.objectContaining({ path: "input.medInc" }),
              expect.objectContaining({ path: "input.aveOccup" }),
            ]),
          },
        },
      ],
    });
  });

  it("throws what the server says where the path is wrong", async () => {
    const failure = execute(`${url}/nowhere`, PredictHousePriceDocument, { input: INPUT });
    await expect(failure).rejects.toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });

  it("throws where the server answers JSON that is no GraphQL", async () => {
    const health = url.replace("/graphql", "/healthz");
    const failure = execute(health, PredictHousePriceDocument, { input: INPUT });
    await expect(failure).rejects.toBeInstanceOf(OperationError);
  });

  it("throws where no server can be reached", async () => {
    await expect(execute(NOWHERE, PredictHousePriceDocument, { input: INPUT })).rejects.toThrow(
      "fetch failed",
    );
  });
});

describe("npm run example", () => {
  it("prints a prediction by each client, a batch with a bad house, and the error of each field of a bad input", async () => {
    const { status, stdout, stderr } = await runNode([MAIN, url]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/1\.92739533\d* \(\$192,739\.53\), by linear@1/);
    expect(stdout).toContain("BAD_USER_INPUT");
    expect(stdout.match(/\$192,739\.53/g)).toHaveLength(3);
    expect(stdout).toMatch(/house 0: \$\S+ to \$\S+ with 90 % probability\n {2}house 1: medInc must be/);
    expect(stdout).toContain("    medInc: medInc must be a finite number, greater than 0; it is -1.");
    expect(stdout).toContain("    aveOccup: aveOccup must be a finite number, greater than 0; it is 0.");
  });

  it("says in one sentence that there is no server, and how to start one", async () => {
    const { status, stderr } = await runNode([MAIN, NOWHERE]);
    expect(status).toBe(1);
    expect(stderr).toContain(`Cannot reach ${NOWHERE}: start a server by "npm start"`);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
