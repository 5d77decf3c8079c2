import { create } from "zustand";
import type { ImportReport, RecoveryReport } from "../ipc/generated/bindings";

export const VIEWS = [
  "timeline",
  "procedure",
  "table",
  "evidence",
  "notes",
  "principles",
  "contents",
  "check",
  "history",
] as const;
export type ViewName = (typeof VIEWS)[number];

export type Dialog =
  | { readonly kind: "about" | "backups" | "entry" | "event" | "export" | "keys" | "picture" }
  | { readonly kind: "import"; readonly preview: ImportReport }
  | { readonly kind: "change" | "delete"; readonly keys: readonly number[] }
  | { readonly kind: "merge"; readonly keep: number; readonly other: number }
  | { readonly kind: "go-back"; readonly entry: number }
  | { readonly kind: "recovery"; readonly report: RecoveryReport | null };

/** Which parts of the window are open. */
export interface FrameState {
  readonly view: ViewName;
  /** Where the inspector or the side bar lies over the view, it opens and closes. */
  readonly isInspectorOpen: boolean;
  readonly isSideOpen: boolean;
  readonly dialog: Dialog | null;
}

export const useFrame = create<FrameState>(() => ({
  view: "timeline",
  isInspectorOpen: false,
  isSideOpen: false,
  dialog: null,
}));

export const show = (view: ViewName): void => useFrame.setState({ view, isSideOpen: false });

export const openInspector = (isInspectorOpen = true): void =>
  useFrame.setState({ isInspectorOpen });

export const openDialog = (dialog: Dialog | null): void => useFrame.setState({ dialog });

/** What comes late puts nothing in the place of a dialog in which somebody writes. */
export const isDialogOpen = (): boolean => useFrame.getState().dialog !== null;
