import type { Connections } from "./connections";

/**
 * Makes room for a new connection, however many others hold open.
 *
 * Refusing new connections beyond a number (`server.maxConnections`) would let anyone who opens that many, and sends nothing, lock
 * everybody else out. So at the limit the connection is closed that has waited longest for its client. A connection with a request
 * that is being answered is never closed.
 *
 * @param limit - maximum number of open connections
 * @returns whether there is room
 */
export function makeRoom(connections: Connections, limit: number): boolean {
  if (connections.size < limit) return true;
  for (const connection of connections) {
    if (!connection.waitsForClient) continue;
    connections.close(connection);
    return true;
  }
  return false;
}
