import { useEffect, useState } from "preact/hooks";

const ANNOUNCE_DELAY_MS = 700;

/** Tells a screen reader the price once it rests, not each one that passes by. */
export function Announcer({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), ANNOUNCE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="hidden" role="status">
      {said}
    </p>
  );
}
