import { ask } from "../../model/program";

/** As long as the program reads; what is longer is not even sent. */
const MOST_CHARACTERS = 1 << 20;

/**
 * Pastes what is marked up on the clipboard as Markdown, and everything else as the field
 * does by itself. Either way it is one step for the field to undo.
 */
export function pasteMarkdown(event: React.ClipboardEvent<HTMLTextAreaElement>): void {
  const html = event.clipboardData.getData("text/html");
  if (html === "" || html.length > MOST_CHARACTERS) return;
  event.preventDefault();
  const plain = event.clipboardData.getData("text/plain");
  const field = event.currentTarget;
  const paste = (text: string): void => {
    // Who has gone elsewhere meanwhile is not called back.
    if (document.activeElement === field) document.execCommand("insertText", false, text);
  };
  ask("convert_pasted", { html }).then(
    (markdown) => paste(markdown ?? plain),
    () => paste(plain),
  );
}
