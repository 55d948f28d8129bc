import { readdir } from "node:fs/promises";
import { type TrainedModel, type TrainingOptions, train } from "../../training/train";
import { HOUSING_CSV } from "./housing-csv";
import { temporaryDirectory } from "./temporary-directory";

/** Trains in this process: the documented defaults, but for what `options` says, into a fresh directory. */
export async function trainHere(options: Partial<TrainingOptions> = {}): Promise<TrainedModel> {
  return train({
    model: "linear",
    features: ["MedInc", "AveRooms", "AveOccup"],
    seed: 42,
    testSize: 0.2,
    data: HOUSING_CSV,
    out: await temporaryDirectory(),
    trainedAt: new Date("2026-01-01T00:00:00Z"),
    ...options,
  });
}

/** All files and folders under a directory, the hidden ones too. */
export async function everythingIn(directory: string): Promise<string[]> {
  return (await readdir(directory, { recursive: true })).sort();
}
