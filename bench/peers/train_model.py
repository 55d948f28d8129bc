"""The guide's training: a linear regression on three features, saved by pickle. Arguments: data, model."""

import pickle
import sys

import pandas
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

data, model_file = sys.argv[1:]
table = pandas.read_csv(data)
features = table[["MedInc", "AveRooms", "AveOccup"]].to_numpy()
train_features, _, train_target, _ = train_test_split(
    features, table["MedHouseVal"].to_numpy(), test_size=0.2, random_state=42
)
with open(model_file, "wb") as file:
    pickle.dump(LinearRegression().fit(train_features, train_target), file)
