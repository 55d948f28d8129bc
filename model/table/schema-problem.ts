import { CELL_TYPES } from "./cell-types";
import { quoted } from "./quoted";
import { API_NAME, type Field, type Role, type TableSchema } from "./schema-format";
import { boundOf } from "./table-column";

/** A contradiction within a schema. */
export interface SchemaProblem {
  /** For example `fields.3.apiName`. */
  readonly path: string;
  readonly problem: string;
}

/** Returns a problem whose path begins at the field. */
type FieldCheck = (field: Field) => SchemaProblem | undefined;

/** Finds the first contradiction in a schema with valid properties. */
export function findSchemaProblem(schema: TableSchema): SchemaProblem | undefined {
  return findNameProblem(schema.fields) ?? findRoleProblem(schema.fields) ?? findFieldProblem(schema.fields);
}

function findNameProblem(fields: readonly Field[]): SchemaProblem | undefined {
  const names = new Map<string, number>();
  for (const [i, { name }] of fields.entries()) {
    if (names.has(name)) return at(i, "name", `two columns have the name ${quoted(name)}`);
    names.set(name, i);
  }
  const apiNames = new Set<string>();
  for (const [i, { name, apiName = name, role }] of fields.entries()) {
    if (role === "ignored") continue;
    if (!isFieldName(apiName) && role !== "target") {
      return at(
        i,
        "apiName",
        `${quoted(apiName)} is not a valid GraphQL field name: give the column an apiName`,
      );
    }
    if (apiNames.has(apiName)) return at(i, "apiName", `two columns have the apiName ${quoted(apiName)}`);
    // Files may use either name, so they must be unique together.
    const owner = names.get(apiName) ?? i;
    if (owner !== i) return at(i, "apiName", `${quoted(apiName)} is the name of another column`);
    apiNames.add(apiName);
  }
  return undefined;
}

/** JavaScript objects inherit properties such as `constructor`. */
function isFieldName(name: string): boolean {
  return API_NAME.test(name) && !(name in {});
}

function findRoleProblem(fields: readonly Field[]): SchemaProblem | undefined {
  const count = (role: Role) => fields.filter((field) => field.role === role).length;
  const targets = count("target");
  if (targets !== 1) {
    return { path: "fields", problem: `${targets} columns have the role "target": exactly one must have it` };
  }
  const [latitudes, longitudes] = [count("latitude"), count("longitude")];
  if (latitudes !== longitudes || latitudes > 1) {
    return {
      path: "fields",
      problem: `${latitudes} columns have the role "latitude" and ${longitudes} the role "longitude": a location needs one of each`,
    };
  }
  return undefined;
}

function findFieldProblem(fields: readonly Field[]): SchemaProblem | undefined {
  for (const [i, field] of fields.entries()) {
    for (const check of CHECKS) {
      const found = check(field);
      if (found) return at(i, found.path, `${found.problem} (column ${quoted(field.name)})`);
    }
  }
  return undefined;
}

const CHECKS: readonly FieldCheck[] = [
  ({ role = "feature", type }) => {
    if (role === "feature" || role === "ignored" || type === "number" || type === "integer") return undefined;
    return { path: "type", problem: `the ${role} must be of type number or integer` };
  },
  ({ role, currency, scale }) => {
    if (role === "target" || (currency === undefined && scale === undefined)) return undefined;
    return {
      path: currency === undefined ? "scale" : "currency",
      problem: "only the target can have a currency and a scale",
    };
  },
  ({ type, constraints: { enum: categories } = {} }) => {
    if (!categories) return undefined;
    if (type !== "string")
      return { path: "constraints.enum", problem: "only columns of type string have categories" };
    const blank = categories.find((category) => category !== category.trim());
    return blank === undefined
      ? undefined
      : {
          path: "constraints.enum",
          problem: `${quoted(blank)} has leading or trailing blanks, which are removed from cells`,
        };
  },
  ({ type, constraints, missingCategory }) => {
    if (missingCategory === undefined) return undefined;
    if (type !== "string")
      return { path: "missingCategory", problem: "only columns of type string can have it" };
    return constraints?.enum?.includes(missingCategory) === false
      ? {
          path: "missingCategory",
          problem: `${quoted(missingCategory)} is not one of the categories in enum`,
        }
      : undefined;
  },
  ({ type, decimalChar = ".", groupChar }) =>
    (type === "number" || type === "integer") && decimalChar === groupChar
      ? { path: "groupChar", problem: "it is the same as decimalChar" }
      : undefined,
  (field) =>
    CELL_TYPES[field.type](field)
      ? undefined
      : {
          path: "format",
          problem: `${quoted(field.format ?? "")} is not a date pattern with a year, such as %d/%m/%Y`,
        },
  findBoundProblem,
];

const BOUNDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] as const;

function findBoundProblem(field: Field): SchemaProblem | undefined {
  const { type, constraints = {} } = field;
  const cells = CELL_TYPES[type](field);
  if (!cells) return undefined;
  const values = BOUNDS.map((key) => boundOf(constraints[key], cells));
  for (const [i, key] of BOUNDS.entries()) {
    const bound = constraints[key];
    if (bound === undefined) continue;
    const path = `constraints.${key}`;
    if (type === "string" || type === "boolean") {
      return { path, problem: `a column of type ${type} cannot have bounds` };
    }
    if (Number.isNaN(values[i]) || (type === "date" && typeof bound === "number")) {
      return { path, problem: `${quoted(String(bound))} is not ${cells.name}` };
    }
  }
  const [minimum = -Infinity, maximum = Infinity, above = -Infinity, below = Infinity] = values;
  const isEmpty = Math.max(minimum, above) > Math.min(maximum, below) || above === below;
  return isEmpty ? { path: "constraints", problem: "no value is within the bounds" } : undefined;
}

function at(field: number, path: string, problem: string): SchemaProblem {
  return { path: `fields.${field}.${path}`, problem };
}
