"""Prints what of a task definition (JSON, from standard input) violates the input shape of botocore's RegisterTaskDefinition."""

import json
import sys

from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

model = ServiceModel(Loader().load_service_model("ecs", "service-2"))
shape = model.operation_model("RegisterTaskDefinition").input_shape
print(ParamValidator().validate(json.load(sys.stdin), shape).generate_report(), end="")
