import type { Connections } from "./connections";

/**
 * Makes room for a new connection.
 *
 * Refusing new connections above a limit (`server.maxConnections`) would let anyone who opens that many idle connections lock
 * everybody else out. So at the limit, the connection that has waited longest for its client is closed. A connection whose
 * request is being answered is never closed.
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
