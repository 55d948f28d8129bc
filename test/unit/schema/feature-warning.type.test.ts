import { isEnumType } from "graphql";
import { WARNING_KINDS } from "../../../model/trust/warnings/warning-kinds";
import { buildSchema } from "../../../schema/build-schema";
import { CALIFORNIA } from "../../support/california";

it("the codes of warnings are an enum, whose descriptions are their meanings", () => {
  const type = buildSchema(CALIFORNIA).getType("WarningCode");
  if (!isEnumType(type)) throw new Error("There is no enum of the codes.");

  expect(type.getValues().map(({ name, value, description }) => [name, value, description])).toEqual(
    WARNING_KINDS.map(({ code, meaning }) => [code, code, meaning]),
  );
  expect(type.getValues().length).toBeGreaterThan(3);
});
