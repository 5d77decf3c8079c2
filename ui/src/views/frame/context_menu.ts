/**
 * The web view's own menu offers to reload and the like, which is nothing to a reader. It
 * stays where it serves: on text that is being written or that is selected.
 */
export function tameContextMenu(): () => void {
  const onMenu = (event: MouseEvent): void => {
    const isWriting =
      event.target instanceof HTMLElement && event.target.matches("input, textarea");
    const isSelected = window.getSelection()?.isCollapsed === false;
    if (!isWriting && !isSelected) event.preventDefault();
  };
  document.addEventListener("contextmenu", onMenu);
  return () => document.removeEventListener("contextmenu", onMenu);
}
