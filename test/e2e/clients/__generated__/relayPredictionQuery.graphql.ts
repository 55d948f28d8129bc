/**
 * @generated SignedSource<<8e20f3e4a4dc512a0f3c5bfd67b4b567>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type HouseFeaturesInput = {
  aveBedrms?: number | null | undefined;
  aveOccup: number;
  aveRooms: number;
  houseAge?: number | null | undefined;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
  medInc: number;
  population?: number | null | undefined;
};
export type relayPredictionQuery$variables = {
  input: HouseFeaturesInput;
};
export type relayPredictionQuery$data = {
  readonly predictHousePrice: {
    readonly predictedHousePrice: number;
  };
};
export type relayPredictionQuery = {
  response: relayPredictionQuery$data;
  variables: relayPredictionQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "HousePricePrediction",
    "kind": "LinkedField",
    "name": "predictHousePrice",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "predictedHousePrice",
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "relayPredictionQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "relayPredictionQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "fcef1a616b906ac7f979cf341b251d13",
    "id": null,
    "metadata": {},
    "name": "relayPredictionQuery",
    "operationKind": "query",
    "text": "query relayPredictionQuery(\n  $input: HouseFeaturesInput!\n) {\n  predictHousePrice(input: $input) {\n    predictedHousePrice\n  }\n}\n"
  }
};
})();

(node as any).hash = "4891b153b8677c674ba6f43ec596efb6";

export default node;
