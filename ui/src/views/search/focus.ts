export const SEARCH_FIELD = "search-field";

let isWanted = false;

/** Moves to the search field, or has it take the keys as soon as it is there. */
export function focusSearch(): void {
  const field = document.getElementById(SEARCH_FIELD);
  isWanted = !field;
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}

/** The field is there. */
export const takeWantedFocus = (): void => {
  if (isWanted) focusSearch();
};
