import type { Block, Inline } from "../generated/bindings";

/** A little Markdown: paragraphs, lists, quotations, emphasis, code, links. */
export function parseMarkdown(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part): Block => {
      const lines = part.split("\n");
      if (lines.every((line) => line.startsWith("- "))) {
        const items = lines.map((line): Block[] => [
          { type: "paragraph", inlines: parseInlines(line.slice(2)) },
        ]);
        return { type: "list", ordered: false, start: null, items };
      }
      if (part.startsWith("> ")) {
        return { type: "quote", blocks: parseMarkdown(part.replace(/^> ?/gm, "")) };
      }
      const heading = /^(#{1,6}) (.*)$/.exec(part);
      if (heading) {
        const [, hashes = "#", words = ""] = heading;
        return { type: "heading", level: hashes.length, inlines: parseInlines(words) };
      }
      return { type: "paragraph", inlines: parseInlines(part) };
    });
}

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\((https?:[^)\s]+)\)/;

function parseInlines(text: string): Inline[] {
  const match = INLINE.exec(text);
  if (!match) return text ? [{ type: "text", text }] : [];
  const [whole, strong, emphasis, code, label, href] = match;
  const found: Inline = strong
    ? { type: "strong", inlines: parseInlines(strong) }
    : emphasis
      ? { type: "emphasis", inlines: parseInlines(emphasis) }
      : code
        ? { type: "code", text: code }
        : { type: "link", href: href ?? "", inlines: parseInlines(label ?? "") };
  const before = text.slice(0, match.index);
  return [
    ...(before ? [{ type: "text", text: before } as const] : []),
    found,
    ...parseInlines(text.slice(match.index + whole.length)),
  ];
}

/** Bold text and links of pasted HTML; `null` for what has neither. */
export function pastedMarkdown(html: string): string | null {
  const markdown = html
    .replaceAll(/<script.*?<\/script>|<!--.*?-->/gs, "")
    .replaceAll(/<b(?: [^>]*)?>(.*?)<\/b>/g, "**$1**")
    .replaceAll(/<a href="(https?:[^"]*)"[^>]*>(.*?)<\/a>/g, "[$2]($1)");
  const text = markdown
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "\\<")
    .replaceAll("&gt;", ">")
    .trim();
  return /\*\*|\]\(/.test(text) ? text : null;
}
