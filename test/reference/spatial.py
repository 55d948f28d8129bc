"""Writes spatial.json: the model `spatial` as NumPy and SciPy compute it, and scikit-learn's gradient boosting beside it.

The basis is written down here a second time, independently of training/ and model/; docs/SPATIAL.md describes it. The
penalties are those of PENALTIES, whatever `npm run tune` has chosen since.

Run from the root of the repository, with scikit-learn 1.2.1, NumPy 1.24.2 and SciPy 1.10.1:

    python3 test/reference/spatial.py
"""

import json
from itertools import product

import numpy as np
import scipy
import sklearn
from scipy.linalg import cho_factor, cho_solve
from scipy.spatial.distance import cdist
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.model_selection import train_test_split

SEEDS = [42, 1, 7, 2026]
SAMPLE = 20
PENALTIES = {"curve": 0.1, "product": 0.5, "place": 0.4, "place-product": 2.0}
JITTER = 1e-4


def cauchy(distance, length, power):
    return 1 / (1 + (distance / length) ** power)


def features_and_place(x):
    income, age, rooms, bedrooms, population, occupancy, latitude, longitude = x.T
    logs = [np.log(income), age, np.log(rooms), np.log(bedrooms), np.log(population), np.log(occupancy)]
    return np.stack(logs, 1), np.stack([latitude, 0.8 * longitude], 1)


def k_means(points, count):
    starts = points[np.floor((np.arange(count) + 0.5) * len(points) / count).astype(int)]
    _, first = np.unique(starts, axis=0, return_index=True)
    centres = starts[np.sort(first)]
    for _ in range(10):
        nearest = cdist(points, centres, "sqeuclidean").argmin(1)
        sizes = np.bincount(nearest, minlength=len(centres))
        sums = np.stack([np.bincount(nearest, points[:, i], len(centres)) for i in range(2)], 1)
        centres = np.where(sizes[:, None] > 0, sums / np.maximum(sizes, 1)[:, None], centres)
    return centres


class Basis:
    def __init__(self, x):
        features, place = features_and_place(x)
        self.mean, self.scale = features.mean(0), features.std(0)
        self.curves = [self.learn_curve(u) for u in self.standardise(features).T]
        self.centres, self.coarse = k_means(place, 600), k_means(place, 30)

    def standardise(self, features):
        return np.clip((features - self.mean) / self.scale, -3, 3)

    def learn_curve(self, u):
        knots = np.unique(np.quantile(u, (np.arange(6) + 0.5) / 6))
        values, vectors = np.linalg.eigh(cauchy(cdist(knots[:, None], knots[:, None]), 3, 2) + JITTER * np.eye(len(knots)))
        unit = vectors / np.sqrt(values)
        kernels = cauchy(np.abs(u[:, None] - knots), 3, 2)
        means = kernels.mean(0)
        centred = (kernels - means) @ unit
        _, rotation = np.linalg.eigh(centred.T @ centred / len(u))
        return knots, means, unit @ rotation[:, ::-1]

    def blocks(self, x):
        """Kind and columns of each block."""
        features, place = features_and_place(x)
        u = self.standardise(features)
        curves = [
            (cauchy(np.abs(u[:, [i]] - knots), 3, 2) - means) @ weights
            for i, (knots, means, weights) in enumerate(self.curves)
        ]
        for curve in curves:
            yield "curve", curve
        for b, a in [(b, a) for b in range(6) for a in range(b)]:
            pairs = [(i, j) for i, j in product(range(4), range(4)) if i + j <= 4]
            yield "product", np.stack([curves[a][:, i] * curves[b][:, j] for i, j in pairs], 1)
        yield "place", cauchy(cdist(place, self.centres), 1, 1)
        radial = cauchy(cdist(place, self.coarse), 0.8, 2)
        for i in [0, 5, 4, 1]:
            yield "place-product", np.hstack([radial * curves[i][:, [k]] for k in range(2)])

    def penalty(self, kind, size):
        if kind == "place":
            return cauchy(cdist(self.centres, self.centres), 1, 1) + JITTER * np.eye(size)
        if kind == "place-product":
            between = cauchy(cdist(self.coarse, self.coarse), 0.8, 2) + JITTER * np.eye(len(self.coarse))
            return np.kron(np.eye(2), between)
        return np.eye(size)


def fit(basis, x, y):
    kinds, columns = zip(*basis.blocks(x))
    phi = np.hstack([np.ones((len(x), 1)), *columns])
    gram = phi.T @ phi
    gram[0, 0] += 1e-6
    start = 1
    for kind, block in zip(kinds, columns):
        end = start + block.shape[1]
        gram[start:end, start:end] += PENALTIES[kind] * basis.penalty(kind, end - start)
        start = end
    weights = cho_solve(cho_factor(gram), phi.T @ y)
    return lambda rows: np.hstack([np.ones((len(rows), 1)), *(block for _, block in basis.blocks(rows))]) @ weights


def rmse(actual, predicted):
    return float(np.sqrt(np.mean((actual - predicted) ** 2)))


data = np.loadtxt("data/california_housing.csv", delimiter=",", skiprows=1)
x, y = data[:, :8], data[:, 8]
reference = {
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "sklearn": sklearn.__version__,
    "penalties": PENALTIES,
    "seeds": [],
}
for seed in SEEDS:
    train, test = train_test_split(np.arange(len(y)), test_size=0.2, random_state=seed)
    boosting = HistGradientBoostingRegressor(random_state=42).fit(x[train], y[train])
    # The basis is learned from the rows in the order of the file.
    train.sort()
    basis = Basis(x[train])
    predict = fit(basis, x[train], y[train])
    raw = predict(x[test])
    result = {
        "seed": seed,
        "rmse": rmse(y[test], np.clip(raw, y[train].min(), y[train].max())),
        "hist_gradient_boosting_rmse": rmse(y[test], boosting.predict(x[test])),
    }
    if seed == SEEDS[0]:
        reference["basis"] = {
            "mean": basis.mean.tolist(),
            "scale": basis.scale.tolist(),
            "knots": [knots.tolist() for knots, _, _ in basis.curves],
            "centres": len(basis.centres),
            "first_centre": [basis.centres[0, 0], basis.centres[0, 1] / 0.8],
        }
        reference["sample"] = {"test_rows": test[:SAMPLE].tolist(), "unclipped": raw[:SAMPLE].tolist()}
    reference["seeds"].append(result)
    print(result)
with open("test/reference/spatial.json", "w") as file:
    json.dump(reference, file, indent=2)
    file.write("\n")
