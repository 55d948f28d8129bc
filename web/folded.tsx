import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly summary: string;
  readonly class?: string;
  /** Is called only while it is open, so that what nobody sees is not drawn. */
  readonly children: () => ComponentChildren;
}

/** A part of the page that opens by a click. */
export function Folded({ summary, class: name = "", children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class={name} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
