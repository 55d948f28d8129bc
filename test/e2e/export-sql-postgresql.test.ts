import { describeStatements } from "./databases/expect-statements";
import { findPostgreSql, openPostgreSql } from "./databases/postgresql";

const programs = findPostgreSql();

describeStatements("PostgreSQL", programs === undefined ? undefined : () => openPostgreSql(programs));
