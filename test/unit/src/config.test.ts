import { type Config, configSchema, loadConfig } from "../../../src/config";
import { refusalOf } from "../../support/refusal";

const NAMES = Object.keys(configSchema(false).entries);

it.each(["", " ", "\t\r\n"])("takes the default where a variable is set to %j", (text) => {
  expect(loadConfig(Object.fromEntries(NAMES.map((name) => [name, text])))).toEqual(loadConfig({}));
});

describe("when nothing is set", () => {
  it("has the documented defaults", () => {
    expect(loadConfig({})).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 4000,
      MODEL_DIR: "model/trained",
      LOG_LEVEL: "info",
      IDE: "sandbox",
      INTROSPECTION: true,
      CORS_ORIGINS: [],
    });
  });

  it.each(["production", "Production "])(
    "has neither an IDE nor introspection with NODE_ENV=%j, unless they are asked for",
    (NODE_ENV) => {
      expect(loadConfig({ NODE_ENV })).toMatchObject({ IDE: "none", INTROSPECTION: false });
      expect(loadConfig({ NODE_ENV, IDE: "sandbox", INTROSPECTION: "1" })).toMatchObject({
        IDE: "sandbox",
        INTROSPECTION: true,
      });
    },
  );
});

describe("when a variable is set", () => {
  const good: [name: keyof Config, text: string, value: unknown][] = [
    ["HOST", "0.0.0.0", "0.0.0.0"],
    ["PORT", "0", 0],
    ["PORT", "65535", 65535],
    ["MODEL_DIR", "/models", "/models"],
    ["LOG_LEVEL", "silent", "silent"],
    ["PAGE", "false", false],
    ["PAGE", "0", false],
    ["INTROSPECTION", "1", true],
    ["PORT", "4311 ", 4311],
    ["PORT", "\t4311\r\n", 4311],
    ["WORKERS", " 2", 2],
    ["PAGE", "FALSE", false],
    ["PAGE", " False ", false],
    ["IDE", "none", "none"],
    ["IDE", " GraphiQL", "graphiql"],
    ["LOG_LEVEL", "INFO", "info"],
    ["LOG_LEVEL", " Warn", "warn"],
    ["MODEL_DIR", " /models ", "/models"],
    ["HOST", " 0.0.0.0", "0.0.0.0"],
    ["HOST", "[::1]", "::1"],
    ["CORS_ORIGINS", "https://a.example/,HTTPS://B.example:443", ["https://a.example", "https://b.example"]],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "HTTP://localhost:4318", "HTTP://localhost:4318"],
    [
      "CORS_ORIGINS",
      "https://a.example, http://localhost:3000 ,",
      ["https://a.example", "http://localhost:3000"],
    ],
    ["MAX_BATCH_SIZE", "1", 1],
    ["TRUST_PROXY", "10.0.0.0/8, ::1,192.0.2.7", ["10.0.0.0/8", "::1", "192.0.2.7"]],
    ["TRUST_PROXY", "2001:db8::/32", ["2001:db8::/32"]],
    ["RATE_LIMIT", "0", 0],
    ["API_KEYS_FILE", "", ""],
  ];

  it.each(good)("reads %s=%j", (name, text, value) => {
    expect(loadConfig({ [name]: text })[name]).toEqual(value);
  });

  const bad: [name: keyof Config, text: string][] = [
    ["TRUST_PROXY", "everybody"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "::1/129"],
    ["TRUST_PROXY", "10.0.0.0/8/8"],
    ["RATE_LIMIT", "-1"],
    ["MAX_CONNECTIONS", "0"],
    ["REQUEST_TIMEOUT_MS", "99"],
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["LOG_LEVEL", "verbose"],
    ["PAGE", "yes"],
    ["IDE", "true"],
    ["INTROSPECTION", "on"],
    ["CORS_ORIGINS", "*"],
    ["CORS_ORIGINS", "example.org"],
    ["CORS_ORIGINS", "null"],
    ["CORS_ORIGINS", "https://example.org?x=1"],
    ["CORS_ORIGINS", "https://user@example.org"],
    ["CORS_ORIGINS", "https://example.org/path"],
    ["MAX_BATCH_SIZE", "0"],
    ["MAX_BATCH_SIZE", "1e3"],
    ["MAX_BATCH_SIZE", "100001"],
  ];

  it.each(bad)("refuses %s=%j by its name, and says what would be right", async (name, text) => {
    const error = await refusalOf(() => loadConfig({ [name]: text }));
    expect(error.code).toBe("CONFIG_INVALID");
    expect(error.message).toContain(`${name} is "${text}", but it must`);
  });

  it("names all that are wrong at once", async () => {
    const { message } = await refusalOf(() => loadConfig({ PORT: "x", IDE: "y" }));
    expect(message).toContain('PORT is "x"');
    expect(message).toContain('IDE is "y"');
  });
});
