import { spatial } from "./basis/ridge-on-basis";
import { ordinaryLeastSquares } from "./linear/ordinary-least-squares";
import type { Trainer } from "./trainer";

/** What `npm run train` can train by. */
export const TRAINERS: readonly Trainer[] = [ordinaryLeastSquares, spatial];
