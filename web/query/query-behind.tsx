import { useRef, useState } from "preact/hooks";
import { apiKey } from "../api/api-key";
import { ENDPOINT } from "../api/execute";
import { Folded } from "../folded";
import type { Column } from "../house/house";
import { hasIde, ideWith } from "../ide-link";
import type { Target } from "../money";
import type { Settings } from "../state/settings";
import { curlText, graphqlText, typescriptText } from "./query-text";

const FORMS = ["GraphQL", "curl", "TypeScript"] as const;

interface Props {
  readonly settings: Settings;
  readonly columns: readonly Column[];
  readonly target: Target;
}

/** The query whose answer is on the page, to be copied. */
export function QueryBehind(props: Props) {
  return (
    <Folded class="query" summary="The query behind it">
      {() => <QueryTexts {...props} />}
    </Folded>
  );
}

function QueryTexts({ settings, columns, target }: Props) {
  const [form, setForm] = useState<(typeof FORMS)[number]>("GraphQL");
  const [copied, setCopied] = useState("");
  const code = useRef<HTMLPreElement>(null);
  const url = new URL(ENDPOINT, document.baseURI).href;
  const needsKey = apiKey.get() !== null;
  const text = {
    GraphQL: () => graphqlText(settings, columns, target),
    curl: () => curlText(url, needsKey, graphqlText(settings, columns, target)),
    TypeScript: () => typescriptText(url, needsKey, settings, target),
  }[form]();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("Copied.");
    } catch {
      // Browsers let pages copy by themselves on HTTPS and on this machine alone.
      if (code.current) getSelection()?.selectAllChildren(code.current);
      setCopied("Selected: copy it by the keyboard.");
    }
  };
  return (
    <>
      <fieldset>
        <legend class="hidden">Form of the query</legend>
        {FORMS.map((each) => (
          <label key={each}>
            <input type="radio" name="form" checked={each === form} onChange={() => setForm(each)} /> {each}
          </label>
        ))}
        <button type="button" onClick={copy}>
          Copy
        </button>
        {hasIde && <a href={ideWith(graphqlText(settings, columns, target))}>Open in the IDE</a>}
        <span role="status">{copied}</span>
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre ref={code} tabIndex={0}>
        {text}
      </pre>
    </>
  );
}
