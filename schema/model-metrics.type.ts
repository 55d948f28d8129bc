import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Coverage, CrossValidation, Scores } from "../model/file/format";

@ObjectType({ description: "How far predictions were from the truth." })
export class RegressionScores implements Scores {
  @Field(() => Int, { description: "Number of rows that were predicted." })
  readonly rows!: number;

  @Field(() => Float, {
    description: "Coefficient of determination: 1 is perfect, 0 is no better than the mean.",
  })
  readonly r2!: number;

  @Field(() => Float, { description: "Root of the mean squared error, in the target's unit." })
  readonly rmse!: number;

  @Field(() => Float, { description: "Mean absolute error, in the target's unit." })
  readonly mae!: number;

  @Field(() => Float, { description: "Median of the absolute errors, each as a share of the actual price." })
  readonly medianApe!: number;

  @Field(() => Float, { description: "Share of the rows whose prediction is at most 5 % off." })
  readonly within5!: number;

  @Field(() => Float, { description: "Share of the rows whose prediction is at most 10 % off." })
  readonly within10!: number;

  @Field(() => Float, { description: "Share of the rows whose prediction is at most 20 % off." })
  readonly within20!: number;
}

/** How the rows of a cross-validation are put into folds. */
export enum FoldKind {
  RANDOM = "random",
  SPATIAL_BLOCK = "spatial-block",
}

registerEnumType(FoldKind, {
  name: "FoldKind",
  description: "How the rows of a cross-validation are put into folds.",
  valuesConfig: {
    RANDOM: { description: "At random." },
    SPATIAL_BLOCK: { description: "By square cells of the map, so that whole places are held back." },
  },
});

@ObjectType({ description: "Mean of the folds' scores; each fold is predicted by a fit on the others." })
export class CrossValidationScores extends RegressionScores implements CrossValidation {
  @Field(() => FoldKind, { description: "How the rows were put into folds." })
  readonly folds!: `${FoldKind}`;

  @Field(() => Int, { description: "Number of folds." })
  readonly count!: number;
}

@ObjectType({ description: "How often an interval held the truth on the test rows, and how wide it was." })
export class IntervalCoverage implements Coverage {
  @Field(() => Float, { description: "The coverage that was asked for." })
  readonly nominal!: number;

  @Field(() => Float, { description: "The part of the test rows whose truth was in the interval." })
  readonly observed!: number;

  @Field(() => Float, { description: "Mean width of the intervals, in the target's unit." })
  readonly meanWidth!: number;

  @Field(() => Float, {
    description: "Mean width of intervals that are equally wide everywhere, in the target's unit.",
  })
  readonly constantMeanWidth!: number;
}

@ObjectType({ description: "How well a model predicts." })
export class ModelMetrics {
  @Field(() => RegressionScores, { description: "On the rows that it learned from." })
  readonly train!: RegressionScores;

  @Field(() => RegressionScores, { description: "On rows that were held back." })
  readonly test!: RegressionScores;

  @Field(() => [CrossValidationScores], { description: "On all rows, by cross-validation." })
  readonly crossValidation!: CrossValidationScores[];

  @Field(() => [IntervalCoverage], { description: "How the prediction intervals did on the test rows." })
  readonly coverage!: IntervalCoverage[];
}
