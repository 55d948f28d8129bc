/**
 * Takes the README's picture of the page for people, in a real browser: `npm run screenshots`. It needs Chromium, or a path to a
 * browser in CHROMIUM_PATH.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { chromium } from "playwright-core";

process.chdir(join(import.meta.dirname, ".."));

const PICTURE = "docs/page.png";
/** The reasons, a curve, and another model beside it. */
const STATE = "#.vary=medInc&.against=linear%402";

const server = spawn(process.execPath, ["dist/server/main.mjs"], {
  env: { ...process.env, PORT: "0", NODE_ENV: "production" },
  stdio: ["ignore", "pipe", "inherit"],
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1330 }, colorScheme: "light" });
  await page.goto(`${await addressOf(server)}/${STATE}`);
  for (const part of [".price", ".plot .other", ".side-by-side tbody tr:nth-child(2)", ".legend"])
    await page.locator(part).waitFor({ state: "attached" });
  await page.screenshot({ path: PICTURE });
  console.log(`Wrote ${PICTURE}.`);
} finally {
  await browser.close();
  server.kill("SIGTERM");
}

/**
 * Where the server listens, which its log says.
 *
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, null>} child
 */
async function addressOf({ stdout }) {
  let log = "";
  for await (const piece of stdout) {
    log += piece;
    const address = /Server listening at (http:[^"]+)"/.exec(log)?.[1];
    if (address) return address;
  }
  throw new Error(`The server ended: ${log}`);
}
