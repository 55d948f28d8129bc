import { ordinaryLeastSquares } from "./linear/ordinary-least-squares";
import { smooth, spatial } from "./smooth/smooth-trainers";
import type { Trainer } from "./trainer";

export const TRAINERS: readonly Trainer[] = [ordinaryLeastSquares, smooth, spatial];
