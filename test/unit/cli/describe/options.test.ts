import { type DescribeRequest, describeCommand } from "../../../../cli/describe/options";

/** What a command line asks for. */
async function requestOf(...args: readonly string[]): Promise<DescribeRequest | undefined> {
  let request: DescribeRequest | undefined;
  const command = describeCommand(async (given) => {
    request = given;
  });
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  await command.parseAsync([...args], { from: "user" });
  return request;
}

describe("the command line of npm run describe", () => {
  it("needs a file and a target, and finds out the rest", async () => {
    expect(await requestOf("a/houses.csv", "--target", "price")).toEqual({
      file: "a/houses.csv",
      out: "a/houses.schema.json",
      json: false,
      options: { target: "price" },
    });
    await expect(requestOf("houses.csv")).rejects.toThrow("--target");
    await expect(requestOf("--target", "price")).rejects.toThrow("file");
  });

  it("takes what the file does not tell", async () => {
    const args = [
      "--delimiter",
      "tab",
      "--decimal",
      "comma",
      "--dates",
      "mdy",
      "--currency",
      "eur",
      "--json",
    ];
    const lists = ["--missing", "?, -999", "--ignore", "a,b", "--ignore", "c\\, d", "--categories", "zone"];
    const request = await requestOf("h.csv", "--target", "price", "--out", "s.json", ...args, ...lists);
    expect(request).toEqual({
      file: "h.csv",
      out: "s.json",
      json: true,
      options: {
        target: "price",
        delimiter: "\t",
        decimalChar: ",",
        dayFirst: false,
        currency: "EUR",
        missing: ["?", "-999"],
        ignored: ["a", "b", "c, d"],
        categories: ["zone"],
      },
    });
  });

  it.each([
    ["--delimiter", "::", 'Expected ",", ";", "|" or "tab".'],
    ["--currency", "DOLLAR", "Expected an ISO 4217 code"],
    ["--decimal", ".", "Allowed choices are point, comma."],
    ["--dates", "ymd", "Allowed choices are dmy, mdy."],
  ])("refuses %s %s", async (option, value, message) => {
    await expect(requestOf("h.csv", "--target", "price", option, value)).rejects.toThrow(message);
  });
});
