/** Words to be shown: a message of the interface with what it needs, or a text as it is. */
export type Words =
  | { readonly id: string; readonly args?: Record<string, string | number> }
  | { readonly text: string };
