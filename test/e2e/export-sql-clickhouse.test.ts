import { hasClickHouse, openClickHouse } from "./databases/clickhouse";
import { describeStatements } from "./databases/expect-statements";

describeStatements("ClickHouse", hasClickHouse() ? openClickHouse : undefined);
