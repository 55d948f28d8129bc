"""Trains what the services of FastAPI predict by, saved by pickle. Arguments: data, the guide's model, the boosted one.

The guide's is a linear regression on three features; the other one is what scikit-learn offers for accuracy, on all eight.
"""

import pickle
import sys

import pandas
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

data, model_file, boosted_file = sys.argv[1:]
table = pandas.read_csv(data)
target = table["MedHouseVal"].to_numpy()


def train(model, features, path):
    train_features, _, train_target, _ = train_test_split(
        features.to_numpy(), target, test_size=0.2, random_state=42
    )
    with open(path, "wb") as file:
        pickle.dump(model.fit(train_features, train_target), file)


train(LinearRegression(), table[["MedInc", "AveRooms", "AveOccup"]], model_file)
train(HistGradientBoostingRegressor(random_state=42), table.drop(columns="MedHouseVal"), boosted_file)
