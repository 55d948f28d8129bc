import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Coverage, CrossValidation, Scores } from "../model/file/metrics-format";

@ObjectType({ description: "Error metrics of a model on a set of rows." })
export class RegressionScores implements Scores {
  @Field(() => Int, { description: "Number of rows predicted." })
  readonly rows!: number;

  @Field(() => Float, {
    description: "Coefficient of determination: 1 is perfect, 0 is no better than the mean.",
  })
  readonly r2!: number;

  @Field(() => Float, { description: "Root mean squared error, in the target's unit." })
  readonly rmse!: number;

  @Field(() => Float, { description: "Mean absolute error, in the target's unit." })
  readonly mae!: number;

  @Field(() => Float, { description: "Median absolute percentage error, as a fraction of the actual value." })
  readonly medianApe!: number;

  @Field(() => Float, { description: "Fraction of the rows whose prediction is at most 5 % off." })
  readonly within5!: number;

  @Field(() => Float, { description: "Fraction of the rows whose prediction is at most 10 % off." })
  readonly within10!: number;

  @Field(() => Float, { description: "Fraction of the rows whose prediction is at most 20 % off." })
  readonly within20!: number;
}

export enum FoldKind {
  RANDOM = "random",
  SPATIAL_BLOCK = "spatial-block",
}

registerEnumType(FoldKind, {
  name: "FoldKind",
  description: "How cross-validation splits the rows into folds.",
  valuesConfig: {
    RANDOM: { description: "At random." },
    SPATIAL_BLOCK: { description: "By square cells of the map, so that whole areas are held out." },
  },
});

@ObjectType({
  description: "Mean scores over the folds; each fold is predicted by a model fitted on the others.",
})
export class CrossValidationScores extends RegressionScores implements CrossValidation {
  @Field(() => FoldKind, { description: "How the rows were split into folds." })
  readonly folds!: `${FoldKind}`;

  @Field(() => Int, { description: "Number of folds." })
  readonly count!: number;
}

@ObjectType({ description: "Coverage and width of an interval on the test rows." })
export class IntervalCoverage implements Coverage {
  @Field(() => Float, { description: "The nominal coverage." })
  readonly nominal!: number;

  @Field(() => Float, { description: "Fraction of the test rows whose true value is in the interval." })
  readonly observed!: number;

  @Field(() => Float, { description: "Mean width of the intervals, in the target's unit." })
  readonly meanWidth!: number;

  @Field(() => Float, {
    description: "Mean width of a constant-width interval, in the target's unit.",
  })
  readonly constantMeanWidth!: number;
}

@ObjectType({ description: "The metrics of a model." })
export class ModelMetrics {
  @Field(() => RegressionScores, { description: "On the training rows." })
  readonly train!: RegressionScores;

  @Field(() => RegressionScores, { description: "On the test rows." })
  readonly test!: RegressionScores;

  @Field(() => [CrossValidationScores], { description: "On all rows, with cross-validation." })
  readonly crossValidation!: CrossValidationScores[];

  @Field(() => [IntervalCoverage], { description: "Coverage of the prediction intervals on the test rows." })
  readonly coverage!: IntervalCoverage[];
}
