/** `npm run make-key -- NAME`: makes an API key, and the line of API_KEYS_FILE that has the server accept it. */
import { createHash, randomBytes } from "node:crypto";

const [name] = process.argv.slice(2);

if (/^[\w.@-]{1,64}$/.test(name ?? "")) {
  const key = randomBytes(32).toString("base64url");
  console.log(`Key, for ${name} alone; it is shown this once:\n${key}\n`);
  console.log(`Line for API_KEYS_FILE:\n${name}:${createHash("sha256").update(key).digest("hex")}`);
} else {
  console.error("Usage: npm run make-key -- NAME, with 1 to 64 letters, digits, or any of . _ @ -");
  process.exitCode = 1;
}
