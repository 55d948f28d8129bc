import { sql } from "../../../../export/sql/sql-format";
import { Model } from "../../../../model/model";
import { committedFile } from "../../../support/committed-models";
import { refusalOf } from "../../../support/refusal";

const OPTIONS = { coverage: 0.9, dialect: "ansi", table: "houses", columns: ["id"], contributions: false };

let model: Model;

beforeEach(() => {
  model = new Model(committedFile(1), "a".repeat(64));
});

describe("an export as SQL", () => {
  it("says which model it is of, before the statement", async () => {
    const { content, note } = await sql.write(model, OPTIONS);

    expect(content).toMatch(new RegExp(`^-- linear@1, SHA-256 ${model.sha256}\nSELECT\n`));
    expect(content).toContain('FROM "houses"');
    expect(content).toContain('"id"');
    expect(content).not.toContain("contribution_");
    expect(note).toBeUndefined();
  });

  it("has the contributions, and the quotes of the dialect, if they are asked for", async () => {
    const { content } = await sql.write(model, { ...OPTIONS, dialect: "clickhouse", contributions: true });

    expect(content).toContain("`contribution_medInc`");
  });

  it.each([undefined, "oracle"])("is refused for the dialect %s", async (dialect) => {
    const { code, message } = await refusalOf(() => sql.write(model, { ...OPTIONS, dialect }));

    expect(code).toBe("OPTION_INVALID");
    expect(message).toMatch(/^--format sql needs --dialect, one of [a-z]+(, [a-z]+){3}\.$/);
  });
});
