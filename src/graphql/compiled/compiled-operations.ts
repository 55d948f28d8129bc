import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from "graphql";
import type { CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import type { GraphQLContext } from "../../../schema/context";
import type { Variables } from "../operation-request";
import { argumentCheck } from "./argument-check";
import { type BatchOperation, batchOperation } from "./batch-blocks";
import { compilableOperation, keepsOrderOfFields } from "./compilable-document";

const MAX_DOCUMENTS = 200;

/** In characters. */
const MAX_DOCUMENT_LENGTH = 10_000;

/** Executions before a document is compiled. Compiling takes as long as several hundred executions. */
const SIGHTINGS = 5;

/** A compiled operation: faster than graphql-js, with the same output. */
export interface CompiledOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Set if the operation is one batch, which may be executed block by block. */
  readonly batch: BatchOperation | undefined;
  /**
   * Returns the result, or undefined if there are errors or the result is not available synchronously. graphql-js then executes the
   * operation and reports the errors.
   */
  execute(context: GraphQLContext, variables: Variables): object | undefined;
  /** Serializes a result of this operation to JSON. */
  print(answer: object): string;
}

interface KnownDocument {
  readonly source: string;
  sightings: number;
  compiled?: CompiledOperation | undefined;
}

/** Frequent documents, compiled to JavaScript by graphql-jit. */
export class CompiledOperations {
  private readonly known = new LRUCache<string, KnownDocument>({ max: MAX_DOCUMENTS });
  private latest: KnownDocument | undefined;

  constructor(private readonly schema: GraphQLSchema) {}

  find(source: string): CompiledOperation | undefined {
    // Comparing two texts is cheaper than hashing one, and clients repeat the same text.
    if (source === this.latest?.source) return this.latest.compiled;
    const document = this.known.get(source);
    if (document) this.latest = document;
    return document?.compiled;
  }

  /**
   * Counts an execution of a document, and compiles it once it is frequent.
   *
   * @param document - the parsed `source`, validated and within all limits
   */
  async learn(source: string, document: DocumentNode): Promise<void> {
    if (source.length > MAX_DOCUMENT_LENGTH) return;
    const known = this.known.get(source) ?? { source, sightings: 0 };
    this.known.set(source, known);
    this.latest = known;
    if (++known.sightings === SIGHTINGS) known.compiled = await compile(this.schema, source, document);
  }
}

async function compile(
  schema: GraphQLSchema,
  source: string,
  document: DocumentNode,
): Promise<CompiledOperation | undefined> {
  const operation = compilableOperation(document);
  if (!operation) return undefined;
  // Loaded on first use, to keep startup fast.
  const { compileQuery, isCompiledQuery } = await import("graphql-jit");
  // graphql-jit modifies the document, so it gets its own copy.
  const compiled = compileQuery<Variables, Variables>(schema, parse(source), undefined, {
    customJSONSerializer: keepsOrderOfFields(document),
  });
  if (!isCompiledQuery(compiled)) return undefined;
  const neverNull = (operation.variableDefinitions ?? []).filter(isNonNull);
  const acceptsArguments = argumentCheck(schema, document);
  const batch = batchOperation(operation);
  return { document, operation, batch, ...runner(compiled, neverNull, acceptsArguments) };
}

const isNonNull = ({ type }: VariableDefinitionNode) => type.kind === Kind.NON_NULL_TYPE;

/** @param neverNull - variables of non-null types */
function runner(
  { query, stringify }: CompiledQuery<Variables, Variables>,
  neverNull: readonly VariableDefinitionNode[],
  acceptsArguments: (variables: Variables) => boolean,
): Pick<CompiledOperation, "execute" | "print"> {
  // graphql-jit requires a value for these even if they have a default.
  const defaults = neverNull.flatMap(({ variable, defaultValue }): [string, unknown][] =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  const withDefaults = (variables: Variables) => ({ ...Object.fromEntries(defaults), ...variables });
  return {
    execute(context, variables) {
      if (!acceptsArguments(variables)) return undefined;
      const result = query(undefined, context, defaults.length > 0 ? withDefaults(variables) : variables);
      return "then" in result || result.errors ? undefined : result;
    },
    print: (answer) => `${stringify(answer)}\n`,
  };
}
