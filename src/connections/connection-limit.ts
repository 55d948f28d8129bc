import type { Connections } from "./connections";

/**
 * Makes room for a new connection: at the limit, the connection that has waited longest for its client is closed, but never one whose
 * request is being answered. Refusing new connections (`server.maxConnections`) would let idle connections lock everybody out.
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
