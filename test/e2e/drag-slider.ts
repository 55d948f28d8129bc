import type { Page } from "playwright-core";

const EVENTS_A_SECOND = 60;

/** Moves the pressed mouse back and forth over a slider, 60 times a second, without waiting for the page. */
export async function dragSlider(page: Page, label: string, seconds: number): Promise<void> {
  const box = await page.getByLabel(label).boundingBox();
  if (!box) throw new Error("The slider is not there.");
  const client = await page.context().newCDPSession(page);
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", share: number) =>
    client.send("Input.dispatchMouseEvent", {
      type,
      x: box.x + box.width * share,
      y: box.y + box.height / 2,
      button: "left",
      buttons: type === "mouseReleased" ? 0 : 1,
      clickCount: 1,
    });
  await send("mousePressed", 0.5);
  const events = seconds * EVENTS_A_SECOND;
  const began = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let event = 0; event < events; event++) {
    const wait = began + (event * 1000) / EVENTS_A_SECOND - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    sent.push(send("mouseMoved", 0.5 + 0.4 * Math.sin(event / 23)));
  }
  await Promise.all(sent);
  await send("mouseReleased", 0.62);
  await client.detach();
}
