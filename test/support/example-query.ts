import { exampleQuery } from "../../schema/example-query";
import { CALIFORNIA } from "./california";

/** The first query that a newcomer sees, in the README and in the IDE. */
export const EXAMPLE_QUERY = exampleQuery(CALIFORNIA);
