/** A fenced block of code in a Markdown text. */
export interface MarkdownBlock {
  readonly language: string;
  readonly text: string;
  /** The heading that it stands under. */
  readonly heading: string;
}

/** The blocks of a Markdown text, in their order. */
export function blocksOf(markdown: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let heading = "";
  for (const match of markdown.matchAll(/^#+ (.+)$|^```(\w*)\n([\s\S]*?)^```$/gm)) {
    if (match[1] !== undefined) heading = match[1];
    else blocks.push({ language: match[2], text: match[3], heading });
  }
  return blocks;
}
