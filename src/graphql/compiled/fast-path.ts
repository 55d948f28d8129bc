import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { isJsonRecord } from "../../../schema/json-record";
import { answerTooLarge, bytesLeftAfter } from "../guards/answer-size";
import type { Guards } from "../guards/guards";
import { LARGE_COST } from "../guards/large-operations";
import { noteOperation } from "../note-operation";
import type { OperationRequest, Variables } from "../operation-request";
import type { RequestContext } from "../request-context";
import { type BatchOperation, type Block, blocksOf, CLOSING, rowsIn } from "./batch-blocks";
import { type CompiledOperation, CompiledOperations } from "./compiled-operations";

/** Apollo's media types for common Accept headers; Apollo negotiates all others. */
const MEDIA_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, "application/json; charset=utf-8"],
  ["*/*", "application/json; charset=utf-8"],
  ["application/json", "application/json; charset=utf-8"],
  // Apollo Client.
  [
    "application/graphql-response+json,application/json;q=0.9",
    "application/graphql-response+json; charset=utf-8",
  ],
]);

export interface FastAnswer {
  readonly status: number;
  readonly contentType: string;
  /** The body, in pieces: a large one as bytes, which V8 need not move while the rest is made. */
  readonly pieces: readonly (string | Buffer)[];
}

interface FastRequest {
  readonly contentType: string;
  readonly compiled: CompiledOperation;
  readonly variables: Variables;
}

/**
 * Executes frequent operations without Apollo Server, with identical results:
 * - Only documents that Apollo executed without errors are compiled; they are validated and within all limits.
 * - Each request passes the same guards as in Apollo.
 * - Only successes are returned. In any other case Apollo handles the request from the start. Variables and arguments are checked before
 *   anything is computed, so little is computed twice.
 */
export class FastPath {
  private readonly operations: CompiledOperations;

  constructor(
    schema: GraphQLSchema,
    private readonly guards: Guards,
  ) {
    this.operations = new CompiledOperations(schema);
  }

  /** Learns which operations are frequent from Apollo's responses. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      willSendResponse: async ({ source, document, errors, response }) => {
        if (errors || !source || !document || response.http.status) return;
        await this.operations.learn(source, document);
      },
    }),
  };

  /**
   * Answers a request to /graphql; undefined if Apollo must. Large operations are answered asynchronously, after their turn.
   *
   * @param contextOf - creates the resolvers' context, and new counts of predictions: if there is an error, the resolvers run again in Apollo
   */
  answer(
    request: OperationRequest,
    contextOf: () => RequestContext,
  ): FastAnswer | Promise<FastAnswer | undefined> | undefined {
    const fast = this.recognise(request);
    if (!fast) return undefined;
    const { compiled, variables } = fast;
    const { unparsed } = request;
    try {
      const context = contextOf();
      const cost = () =>
        this.guards.operations.check(compiled.document, compiled.operation, variables, context.catalogue);
      if (unparsed && compiled.batch && variables[compiled.batch.variable] === unparsed.items) {
        unparsed.announce();
        if (cost() >= LARGE_COST) return this.runInTurn(fast, context, unparsed.pieces());
      }
      if (unparsed && !unparsed.fill()) return undefined;
      return cost() < LARGE_COST ? this.run(fast, context) : this.runInTurn(fast, context);
    } catch {
      return undefined;
    }
  }

  /** Returns undefined unless this is a plain request for a compiled operation. */
  private recognise({ method, url, headers, body }: OperationRequest): FastRequest | undefined {
    const contentType = MEDIA_TYPES.get(headers.accept);
    if (method !== "POST" || url !== "/graphql" || !contentType || !isJsonRecord(body)) return undefined;

    const { query, variables = null, operationName = null, extensions = null } = body;
    if (typeof query !== "string" || !isJsonRecord(variables ?? {})) return undefined;
    if (extensions !== null && !(isJsonRecord(extensions) && !("persistedQuery" in extensions)))
      return undefined;

    const compiled = this.operations.find(query);
    if (!compiled) return undefined;
    if (operationName !== null && operationName !== compiled.operation.name?.value) return undefined;
    return { contentType, compiled, variables: isJsonRecord(variables) ? variables : {} };
  }

  /** @param pieces - of the rows of a batch that are not parsed yet */
  private async runInTurn(
    fast: FastRequest,
    context: RequestContext,
    pieces?: Iterable<readonly unknown[] | undefined>,
  ): Promise<FastAnswer | undefined> {
    const { request, turn } = context;
    const { batch } = fast.compiled;
    const rows = batch && fast.variables[batch.variable];
    try {
      await turn.take(this.guards.large, request);
      if (!batch || !Array.isArray(rows)) return this.run(fast, context);
      const blocks = blocksOf(batch, fast.variables, pieces ?? [rows]);
      return await this.runInBlocks(fast, batch, blocks, rows.length, context);
    } catch {
      return undefined;
    } finally {
      turn.end();
    }
  }

  /**
   * Other requests are answered between two blocks.
   *
   * @param maxRows - the number of rows that the guards have seen
   */
  private async runInBlocks(
    { compiled, contentType }: FastRequest,
    batch: BatchOperation,
    blocks: Iterable<Block | undefined>,
    maxRows: number,
    { catalogue, recorder, request }: RequestContext,
  ): Promise<FastAnswer | undefined> {
    const { maxAnswerBytes, variables } = this.guards;
    const pieces: (string | Buffer)[] = [batch.opening];
    let bytesLeft = maxAnswerBytes;
    for (const block of blocks) {
      if (!block || block.endRow > maxRows) return undefined;
      if (block.firstRow > 0) await nextTurn();
      if (!variables.accepts(compiled.operation, block.variables)) return undefined;
      // Apollo refuses bad variables before a large answer, so the remaining rows are only checked.
      if (bytesLeft < 0) continue;
      const answer = compiled.execute({ catalogue, recorder, firstRow: block.firstRow }, block.variables);
      if (!answer) return undefined;
      bytesLeft = bytesLeftAfter(answer, bytesLeft);
      const text = bytesLeft < 0 ? "" : rowsIn(batch, compiled.print(answer));
      if (text === undefined) return undefined;
      pieces.push(Buffer.from(block.firstRow === 0 ? text : `,${text}`));
    }
    if (bytesLeft < 0) return tooLarge(contentType, maxAnswerBytes);
    pieces.push(CLOSING);
    noteOperation(request, compiled.operation);
    return { status: 200, contentType, pieces };
  }

  private run(
    { compiled, contentType, variables }: FastRequest,
    context: RequestContext,
  ): FastAnswer | undefined {
    if (!this.guards.variables.accepts(compiled.operation, variables)) return undefined;
    const answer = compiled.execute(context, variables);
    if (!answer) return undefined;
    const { maxAnswerBytes } = this.guards;
    if (context.turn.isLarge && bytesLeftAfter(answer, maxAnswerBytes) < 0)
      return tooLarge(contentType, maxAnswerBytes);
    const body = compiled.print(answer);
    noteOperation(context.request, compiled.operation);
    return { status: 200, contentType, pieces: [body] };
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function tooLarge(contentType: string, maxBytes: number): FastAnswer {
  const body = `${JSON.stringify({ errors: [answerTooLarge(maxBytes)] })}\n`;
  return { status: 400, contentType, pieces: [body] };
}
