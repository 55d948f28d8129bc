import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type ValueNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Variables } from "../operation-request";

type Accepts = (value: unknown) => boolean;

/**
 * Compiles a check of the arguments that the schema restricts by the extension `accepts`. Otherwise a batch with an invalid argument
 * would produce one error per row.
 *
 * @param document - with a single operation, where every variable is a whole argument
 */
export function argumentCheck(
  schema: GraphQLSchema,
  document: DocumentNode,
): (variables: Variables) => boolean {
  const checks: ((variables: Variables) => boolean)[] = [];
  const defaults = new Map<string, ValueNode | undefined>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      VariableDefinition: ({ variable, defaultValue }) =>
        void defaults.set(variable.name.value, defaultValue),
      Argument: ({ value }) => {
        const accepts = typeInfo.getArgument()?.extensions.accepts;
        if (!isAccepts(accepts)) return;
        if (value.kind !== Kind.VARIABLE) {
          const accepted = accepts(valueFromASTUntyped(value));
          checks.push(() => accepted);
          return;
        }
        const name = value.name.value;
        const standard = defaults.get(name);
        const otherwise = standard === undefined || accepts(valueFromASTUntyped(standard));
        checks.push((variables) => (variables[name] === undefined ? otherwise : accepts(variables[name])));
      },
    }),
  );
  if (checks.length === 0) return () => true;
  return (variables) => checks.every((check) => check(variables));
}

function isAccepts(value: unknown): value is Accepts {
  return typeof value === "function";
}
