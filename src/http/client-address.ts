import type { IncomingMessage } from "node:http";
import { BlockList, isIP, SocketAddress } from "node:net";

const MAX_PROXIES = 32;

const UNKNOWN = "unknown";

/** An IPv4 address within IPv6 (RFC 4291, section 2.5.5.2), as Node.js writes it. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;

/** Gateways add a port, and brackets around IPv6 (RFC 3986, section 3.2.2). */
const WITH_PORT = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/;

/**
 * The one spelling of an IP address: without port, brackets and zone, IPv6 compressed and in lower case (RFC 5952), IPv4 within IPv6 as
 * IPv4.
 *
 * @returns undefined if the text is not an address
 */
export function normalizeAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const [, bracketed, dotted] = WITH_PORT.exec(trimmed) ?? [];
  const [address] = (bracketed ?? dotted ?? trimmed).split("%");
  const family = isIP(address);
  if (family === 4) return bracketed === undefined ? address : undefined;
  if (family === 0) return undefined;
  const compressed = new SocketAddress({ address, family: "ipv6" }).address;
  return MAPPED.exec(compressed)?.[1] ?? compressed;
}

/** Finds the client address of a request. */
export class ClientAddresses {
  private readonly trusted = new BlockList();

  /** @param proxies - addresses or networks of the proxies whose `X-Forwarded-For` is trusted */
  constructor(proxies: readonly string[]) {
    for (const proxy of proxies) {
      const [address, length] = proxy.split("/");
      const family = familyOf(address);
      this.trusted.addSubnet(address, Number(length ?? (family === "ipv4" ? 32 : 128)), family);
    }
  }

  /**
   * The normalized address of a client: that of the connection or, behind trusted proxies, the last one in `X-Forwarded-For`
   * that is not one of them. Invalid addresses are ignored, so that a client cannot use any number of names.
   */
  of({ socket, headers }: IncomingMessage): string {
    let client = normalizeAddress(socket.remoteAddress ?? "") ?? UNKNOWN;
    const forwarded = headers["x-forwarded-for"];
    if (forwarded === undefined || !this.isTrusted(client)) return client;
    const hops = [forwarded].flat().join(",").split(",").reverse().slice(0, MAX_PROXIES);
    for (const hop of hops) {
      const address = normalizeAddress(hop);
      if (address === undefined) break;
      client = address;
      if (!this.isTrusted(client)) break;
    }
    return client;
  }

  private isTrusted(address: string): boolean {
    return address !== UNKNOWN && this.trusted.check(address, familyOf(address));
  }
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
