"""The guide's service: FastAPI answers with what a pickled scikit-learn model predicts."""

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
    """Rows of medInc, aveRooms, aveOccup."""

    rows: List[List[float]]


# `async def`: a plain `def` runs in a pool of threads, which is slower for so little work.
@app.post("/predict")
async def predict(house: HouseFeatures):
    prediction = model.predict([[house.medInc, house.aveRooms, house.aveOccup]])[0]
    return {"predicted_house_price": float(prediction)}


@app.post("/predict_batch")
async def predict_batch(batch: HouseBatch):
    return {"predicted_house_prices": model.predict(batch.rows).tolist()}
