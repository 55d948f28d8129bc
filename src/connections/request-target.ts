/**
 * The path and query of a request's target. A server must accept the absolute form, which is meant for proxies, as well (RFC 9112,
 * section 3.2.2); its host is the one that was connected to.
 */
export function originForm(target = "/"): string {
  if (target.startsWith("/")) return target;
  const [, path] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? [];
  if (path === undefined) return target;
  return path.startsWith("/") ? path : `/${path}`;
}
