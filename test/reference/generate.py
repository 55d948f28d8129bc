"""Writes other-splits.json: what scikit-learn gives on data/california_housing.csv for several seeds and test sizes.

Run from the root of the repository, with scikit-learn 1.2.1 and NumPy 1.24.2:

    python3 test/reference/generate.py
"""

import hashlib
import json

import numpy as np
import pandas as pd
import sklearn
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.model_selection import train_test_split

SPLITS = [(0, 0.2), (2**32 - 1, 0.2), (7, 0.25), (123456789, 0.1), (2026, 0.5), (3, 0.99), (42, 0.0003)]
MODELS = {
    "three_features": ["MedInc", "AveRooms", "AveOccup"],
    "eight_features": [
        "MedInc", "HouseAge", "AveRooms", "AveBedrms", "Population", "AveOccup", "Latitude", "Longitude",
    ],
}


def scores(actual, predicted):
    return {
        "rows": len(actual),
        "r2": r2_score(actual, predicted),
        "rmse": float(np.sqrt(mean_squared_error(actual, predicted))),
        "mae": mean_absolute_error(actual, predicted),
    }


def rows_sha256(rows):
    return hashlib.sha256(",".join(map(str, rows)).encode()).hexdigest()


def fit(data, features, train, test):
    x, y = data[features].to_numpy(), data["MedHouseVal"].to_numpy()
    model = LinearRegression().fit(x[train], y[train])
    return {
        "features": features,
        "coefficients": model.coef_.tolist(),
        "intercept": float(model.intercept_),
        "train": scores(y[train], model.predict(x[train])),
        "test": scores(y[test], model.predict(x[test])),
    }


data = pd.read_csv("data/california_housing.csv", float_precision="round_trip")
splits = []
for seed, test_size in SPLITS:
    train, test = train_test_split(np.arange(len(data)), test_size=test_size, random_state=seed)
    splits.append({
        "seed": seed,
        "test_size": test_size,
        "train_index_sha256": rows_sha256(train),
        "test_index_sha256": rows_sha256(test),
        "models": {name: fit(data, features, train, test) for name, features in MODELS.items()},
    })

permutations = [
    {"seed": seed, "n": n, "permutation": np.random.RandomState(seed).permutation(n).tolist()}
    for seed in (0, 42, 2**31, 2**32 - 1)
    for n in (1, 2, 3, 17, 64, 65)
]

with open("test/reference/other-splits.json", "w") as file:
    json.dump({
        "scikit_learn": sklearn.__version__,
        "numpy": np.__version__,
        "splits": splits,
        "permutations": permutations,
    }, file, indent=1)
    file.write("\n")
