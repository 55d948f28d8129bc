import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  ProvidedRequiredArgumentsRule,
  TypeInfo,
  ValidationContext,
  visit,
  visitInParallel,
  visitWithTypeInfo,
} from "graphql";

/** A node at which graphql-js reports errors. What is missing has no node: it is reported at the node that lacks it. */
interface Place {
  /** Path of the literal from its argument; empty outside arguments. */
  readonly path: string;
  /** Required fields that an object lacks, in the order of their errors. */
  readonly missingFields: Iterator<string>;
  /** Required arguments that a field or a directive lacks, by the message of their error. Other errors are reported there as well. */
  readonly missingArguments: Map<string, string>;
}

/** Locates the errors of literals and of missing arguments. */
export function literalPaths(
  schema: GraphQLSchema,
  document: DocumentNode,
  errors: readonly GraphQLError[],
): Map<GraphQLError, string> {
  const places = findPlaces(schema, document, new Set(errors.map(nodeOf)));
  const paths = new Map<GraphQLError, string>();
  for (const error of errors) {
    const place = places.get(nodeOf(error));
    if (!place) continue;
    const { path, missingFields, missingArguments } = place;
    const field = missingFields.next().value;
    const found = path && field ? `${path}.${field}` : path || missingArguments.get(error.message);
    if (found) paths.set(error, found);
  }
  return paths;
}

function nodeOf({ nodes }: GraphQLError): ASTNode | undefined {
  return nodes?.[0];
}

/** Visits the document once, for all errors. */
function findPlaces(
  schema: GraphQLSchema,
  document: DocumentNode,
  wanted: ReadonlySet<ASTNode | undefined>,
): Map<ASTNode | undefined, Place> {
  const places = new Map<ASTNode | undefined, Place>();
  const typeInfo = new TypeInfo(schema);
  const finder: ASTVisitor = {
    enter(node, _key, parent, keys, ancestors) {
      if (!parent || !wanted.has(node)) return;
      const lineage = [...ancestors, parent, node];
      const steps = lineage.map((place, depth) => pathStep(place, lineage[depth - 2], keys[depth - 1]));
      const missingFields = missingFieldsOf(node, typeInfo).values();
      places.set(node, { path: steps.join(""), missingFields, missingArguments: new Map() });
    },
  };
  const context = new ValidationContext(schema, document, typeInfo, (error) => {
    const node = nodeOf(error);
    const found = places.get(node)?.missingArguments;
    if (node && found) found.set(error.message, missingArgumentsOf(node, typeInfo)[found.size]);
  });
  const visitors = [finder, ProvidedRequiredArgumentsRule(context)];
  visit(document, visitWithTypeInfo(typeInfo, visitInParallel(visitors)));
  return places;
}

function missingFieldsOf(node: ASTNode, typeInfo: TypeInfo): string[] {
  const type = getNamedType(typeInfo.getInputType());
  if (node.kind !== Kind.OBJECT || !isInputObjectType(type)) return [];
  return namesWithout(Object.values(type.getFields()).filter(isRequiredInputField), node.fields);
}

function missingArgumentsOf(node: ASTNode, typeInfo: TypeInfo): string[] {
  if (node.kind !== Kind.FIELD && node.kind !== Kind.DIRECTIVE) return [];
  const definition = node.kind === Kind.FIELD ? typeInfo.getFieldDef() : typeInfo.getDirective();
  return namesWithout(definition?.args.filter(isRequiredArgument) ?? [], node.arguments ?? []);
}

interface NamedNode {
  readonly name: { readonly value: string };
}

function namesWithout(required: readonly { readonly name: string }[], nodes: readonly NamedNode[]): string[] {
  const given = new Set(nodes.map(({ name }) => name.value));
  return required.map(({ name }) => name).filter((name) => !given.has(name));
}

type Ancestor = ASTNode | readonly ASTNode[];

function pathStep(place: Ancestor, grandparent: Ancestor | undefined, key?: string | number): string {
  if (grandparent && "kind" in grandparent && grandparent.kind === Kind.LIST) return `[${key}]`;
  if (!("kind" in place)) return "";
  if (place.kind === Kind.ARGUMENT) return place.name.value;
  return place.kind === Kind.OBJECT_FIELD ? `.${place.name.value}` : "";
}
