/**
 * The path and query of a request's target. A server must also accept the absolute form, which is meant for proxies (RFC 9112,
 * section 3.2.2).
 */
export function originForm(target = "/"): string {
  if (target.startsWith("/")) return target;
  const [, path] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? [];
  if (path === undefined) return target;
  return path.startsWith("/") ? path : `/${path}`;
}
