import { Matrix } from "ml-matrix";

/** Population covariance. */
export function covariance(columns: readonly Float64Array[], means: readonly number[]): Matrix {
  return new Matrix(
    columns.map((a, j) =>
      columns.map((b, k) => {
        let sum = 0;
        for (let i = 0; i < a.length; i++) sum += (a[i] - means[j]) * (b[i] - means[k]);
        return sum / a.length;
      }),
    ),
  );
}
