"""The guide's service: FastAPI answers with what a pickled scikit-learn model predicts; `/predict_batch` by any model."""

import os
import pickle
from typing import List

from fastapi import FastAPI
from pydantic import BaseModel

with open(os.environ["HOUSE_PRICE_MODEL"], "rb") as file:
    model = pickle.load(file)

app = FastAPI()


class HouseFeatures(BaseModel):
    medInc: float
    aveRooms: float
    aveOccup: float


class HouseBatch(BaseModel):
    """Rows of the model's features, in its order."""

    rows: List[List[float]]


def prediction_of(house):
    prediction = model.predict([[house.medInc, house.aveRooms, house.aveOccup]])[0]
    return {"predicted_house_price": float(prediction)}


# The faster way for so little work: it stays on the event loop.
@app.post("/predict")
async def predict(house: HouseFeatures):
    return prediction_of(house)


# The usual way: a plain `def` runs in a pool of threads.
@app.post("/predict_in_pool")
def predict_in_pool(house: HouseFeatures):
    return prediction_of(house)


@app.post("/predict_batch")
async def predict_batch(batch: HouseBatch):
    return {"predicted_house_prices": model.predict(batch.rows).tolist()}
