import type { Table } from "../model/table/table";
import { exampleInput, exampleQuery } from "./example-query";

/** Example queries for a table, as in `schema/examples.graphql`. */
export function exampleQueries(table: Table): string {
  return `${exampleQuery(table)}
# All features: the best model that reads them predicts.
query PredictFromAllFeatures {
  predictHousePrice(input: ${exampleInput(table, () => true)}) {
    predictedHousePrice
    model {
      name
      version
    }
  }
}

# How certain the prediction is, and the three features that contribute most.
query ExplainPrediction {
  predictHousePrice(input: ${exampleInput(table)}) {
    predictedHousePrice
    interval(coverage: 0.9) {
      lower
      upper
    }
    baseline
    contributions(first: 3) {
      label
      displayValue
      contribution
    }
    warnings {
      code
      message
    }
  }
}

# A model by name and version; without the version, the newest of that name.
query PredictByNamedModel($input: HouseFeaturesInput = ${exampleInput(table)}) {
  predictHousePrice(input: $input, model: { name: "linear", version: 1 }) {
    predictedHousePrice
  }
}

# The input columns, with their statistics in the training rows.
query DescribeColumns {
  modelInfo {
    columns {
      apiName
      label
      type
      unit
      required
      isNeeded
      min
      max
      categories {
        text
        enumValue
      }
    }
  }
}

# The default model for the required features: its training data and metrics.
query DescribeModel {
  modelInfo {
    name
    version
    reason
    algorithm
    trainedAt
    target {
      name
      unit
      currency
      description
    }
    intercept
    features {
      name
      unit
      required
      min
      max
      mean
      coefficient
    }
    metrics {
      train {
        rows
        r2
        rmse
        mae
      }
      test {
        rows
        r2
        rmse
        mae
        medianApe
        within10
      }
    }
    trainingData {
      source
      sha256
      rows
      trainRows
      testRows
      seed
      testSize
    }
    libraries {
      name
      version
    }
  }
}

# All served models.
query CompareModels {
  models {
    name
    version
    isDefault
    features {
      name
    }
    metrics {
      test {
        rmse
      }
    }
  }
}
`;
}
