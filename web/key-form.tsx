import { useState } from "preact/hooks";
import { apiKey } from "./api/api-key";

/** Asks for an API key, which this tab keeps. */
export function KeyForm({ onKey }: { readonly onKey: () => void }) {
  const [key, setKey] = useState("");
  return (
    <form
      class="key"
      onSubmit={(event) => {
        event.preventDefault();
        apiKey.set(key.trim());
        onKey();
      }}
    >
      <label for="api-key">API key</label>
      <input
        id="api-key"
        type="password"
        autoComplete="off"
        value={key}
        onInput={({ currentTarget }) => setKey(currentTarget.value)}
      />
      <button type="submit">Use it</button>
      <p class="hint">This tab keeps it until it is closed, and sends it to this server alone.</p>
    </form>
  );
}
