import { useCallback, useEffect, useState } from "preact/hooks";
import type { ApiError } from "./api/api-error";
import { ENDPOINT } from "./api/execute";
import { Explorer } from "./explorer";
import { hasIde } from "./ide-link";
import { KeyForm } from "./key-form";
import type { Target } from "./money";
import { loadTable, type ServedTable } from "./state/load-table";
import { asApiError } from "./state/use-latest";

/** The page: what it is built from is asked first. */
export function App() {
  const [table, setTable] = useState<ServedTable>();
  const [error, setError] = useState<ApiError>();
  const load = useCallback(() => {
    setError(undefined);
    loadTable().then(setTable, (reason) => setError(asApiError(reason)));
  }, []);
  useEffect(load, [load]);
  return (
    <>
      <header>
        <div>
          <h1>House prices</h1>
          <p class="hint">{table && subtitleOf(table.target)}</p>
        </div>
        <nav>
          <a href="models">Models</a> {hasIde && <a href={ENDPOINT}>API</a>}
        </nav>
      </header>
      {table ? <Explorer table={table} /> : <Waiting error={error} onRetry={load} />}
    </>
  );
}

/** The target's description, where it says more than its label, which stands over the price. */
function subtitleOf({ label, description }: Target): string {
  return description.toLowerCase() === label.toLowerCase() ? "" : description;
}

function Waiting({ error, onRetry }: { readonly error: ApiError | undefined; readonly onRetry: () => void }) {
  if (!error) return <main>Loading…</main>;
  return (
    <main>
      <div class="question">
        <p class="error" role="alert">
          {error.message}
        </p>
        {error.kind === "key" ? (
          <KeyForm onKey={onRetry} />
        ) : (
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </main>
  );
}
