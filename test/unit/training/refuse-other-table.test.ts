import { join } from "node:path";
import { refuseOtherTable } from "../../../training/refuse-other-table";
import { CALIFORNIA } from "../../support/california";
import { damaged, ModelDirectory, versionOfAnotherTable, versionText } from "../../support/model-versions";
import { refusalOf } from "../../support/refusal";
import { temporaryDirectory } from "../../support/temporary-directory";

const OLD = "2020-01-01T00:00:00.000Z";

describe("a directory to train into", () => {
  let directory: ModelDirectory;

  beforeEach(async () => {
    directory = await ModelDirectory.create();
  });

  afterEach(() => directory.delete());

  const accept = () => expect(refuseOtherTable(directory.path, CALIFORNIA)).resolves.toBeUndefined();

  it("may be empty, may be made, and may have models of the same table", async () => {
    await accept();
    await expect(
      refuseOtherTable(join(await temporaryDirectory(), "new"), CALIFORNIA),
    ).resolves.toBeUndefined();
    await directory.add(1);
    await accept();
  });

  it("is refused if its newest version is of another table", async () => {
    await directory.add(1);
    await directory.add(2, versionOfAnotherTable(2, OLD));
    const { code, message } = await refusalOf(() => refuseOtherTable(directory.path, CALIFORNIA));

    expect(code).toBe("MODEL_OF_ANOTHER_TABLE");
    expect(message.startsWith(`${directory.path} has models of another table, such as linear@2: `)).toBe(
      true,
    );
    expect(message.endsWith(". Set --out to another directory, or remove those models first.")).toBe(true);
  });

  it("is told by the newest version of a name, not by older ones", async () => {
    await directory.add(1, versionOfAnotherTable(1, OLD));
    await directory.add(2);

    await accept();
  });

  it("is told by the newest version that can be read", async () => {
    await directory.add(1, versionOfAnotherTable(1, OLD));
    await directory.add(2, damaged(versionText(2)));

    expect((await refusalOf(() => refuseOtherTable(directory.path, CALIFORNIA))).message).toContain(
      "linear@1",
    );
  });

  it("may have broken versions alone", async () => {
    await directory.add(1, damaged(versionText(1)));

    await accept();
  });
});
