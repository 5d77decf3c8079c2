/**
 * A link or a file that is dropped on a page would replace it. Text that is dropped where
 * text is written stays what it is.
 */
export function refuseStrayDrops(): () => void {
  const refuse = (event: DragEvent): void => {
    const isWriting =
      event.target instanceof HTMLElement && event.target.matches("input, textarea");
    const isFile = event.dataTransfer?.types.includes("Files") ?? false;
    if (!isWriting || isFile) event.preventDefault();
  };
  document.addEventListener("dragover", refuse);
  document.addEventListener("drop", refuse);
  return () => {
    document.removeEventListener("dragover", refuse);
    document.removeEventListener("drop", refuse);
  };
}
