import { sha256 } from "../../model/file/checksum";
import { CALIFORNIA } from "../support/california";
import { committedBytes, committedFile, linearEstimatorOf } from "../support/committed-models";
import { ask, dataOf, errorOf } from "../support/graphql-request";
import { numbersOf } from "../support/numbers-of";
import { startServer } from "../support/server";

interface Info {
  name: string;
  version: number;
  sha256: string;
  algorithm: string;
  trainedAt: string;
  intercept: number;
  target: object;
  features: { name: string; column: string; required: boolean; coefficient: number; min: number }[];
  metrics: { train: object; test: object };
  trainingData: object;
  libraries: object[];
}

const SCORES = "{ rows r2 rmse mae medianApe within5 within10 within20 }";

const FIELDS = `{
  name version sha256 algorithm trainedAt intercept note
  target { name unit description }
  features { name column description unit required min max mean coefficient }
  metrics { train ${SCORES} test ${SCORES} }
  trainingData { source sha256 rows trainRows testRows seed testSize }
  libraries { name version }
}`;

let server: string;

beforeAll(async () => {
  server = await startServer();
});

describe("modelInfo", () => {
  it("describes the model that answers three features where none is named", async () => {
    const { modelInfo } = dataOf(await ask<{ modelInfo: Info }>(server, "{ modelInfo { name version } }"));
    expect(modelInfo).toEqual({ name: "linear", version: 1 });
  });

  it.each([1, 2])("tells all that the file of version %d says", async (version) => {
    const query = `query ($model: ModelSelector) { modelInfo(model: $model) ${FIELDS} }`;
    const answer = await ask<{ modelInfo: Info }>(server, query, { model: { name: "linear", version } });
    const { modelInfo: info } = dataOf(answer);
    const file = committedFile(version);
    const { name, unit, description } = CALIFORNIA.target;
    const estimator = linearEstimatorOf(file);
    expect(info).toMatchObject({
      name: "linear",
      version,
      sha256: sha256(committedBytes(version)),
      algorithm: "ordinary least squares",
      note: null,
      intercept: estimator.intercept,
      target: { name, unit, description },
      metrics: { train: file.metrics.train, test: file.metrics.test },
      trainingData: file.trainingData,
      libraries: file.libraries,
    });
    expect(new Date(info.trainedAt)).toEqual(new Date(file.trainedAt));
    expect(info.features.map(({ column }) => column)).toEqual(file.features.map((feature) => feature.name));
    expect(info.features.map(({ coefficient }) => coefficient)).toEqual(
      estimator.terms.map((term) => term.coefficient),
    );
    expect(info.features.map(({ min }) => min)).toEqual(numbersOf(file).map(({ min }) => min));
    expect(info.features.filter(({ required }) => required).map((feature) => feature.name)).toEqual([
      "medInc",
      "aveRooms",
      "aveOccup",
    ]);
  });

  it("says which models there are where there is no such one", async () => {
    const error = errorOf(
      await ask(server, '{ modelInfo(model: { name: "linear", version: 3000 }) { name } }'),
    );
    expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "model" }] });
    expect(error.message).toContain("linear@1, linear@2");
  });
});

describe("models", () => {
  it("lists all that are served, by name and version", async () => {
    const { models } = dataOf(await ask<{ models: Info[] }>(server, "{ models { name version } }"));
    expect(models).toEqual(expect.arrayContaining([expect.objectContaining({ name: "linear", version: 1 })]));
    const ids = models.map(({ name, version }) => `${name}@${String(version).padStart(9, "0")}`);
    expect(ids).toEqual([...ids].sort());
  });
});
