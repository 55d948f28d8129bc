import { trainingCommand } from "../../../../cli/train/options";
import { FEATURES } from "../../../../model/features";
import type { TrainingOptions } from "../../../../training/train";

/** What the command line means. */
async function parse(...words: string[]): Promise<TrainingOptions | undefined> {
  let parsed: TrainingOptions | undefined;
  await trainingCommand(async (options) => {
    parsed = options;
  }).parseAsync(["node", "train", ...words]);
  return parsed;
}

describe("npm run train -- --model spatial", () => {
  it("learns from all eight features", async () => {
    const options = await parse("--model", "spatial", "--seed", "7");
    expect(options).toMatchObject({ model: "spatial", seed: 7, testSize: 0.2 });
    expect(options?.features).toEqual(FEATURES.map(({ column }) => column));
  });

  it.each(["all", "MedInc,AveRooms"])(
    "refuses --features %s, since its basis is made for all",
    async (features) => {
      await expect(parse("--model", "spatial", "--features", features)).rejects.toMatchObject({
        code: "OPTION_INVALID",
        message: expect.stringContaining("leave it out"),
      });
    },
  );
});
