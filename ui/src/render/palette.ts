import { SIZE } from "../base/picture";

/** The colours of the theme as a canvas takes them. */
export interface Palette {
  readonly paper: string;
  readonly laneAlt: string;
  readonly ink: string;
  readonly inkSecondary: string;
  readonly inkMuted: string;
  readonly rule: string;
  readonly ruleSoft: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly inForce: string;
  readonly underReview: string;
  readonly setAside: string;
  readonly found: string;
  readonly lanes: readonly string[];
}

const FACE = '"Inter", sans-serif';
export const LABEL_FONT = `400 ${SIZE.LABEL_SIZE}px ${FACE}`;
export const SELECTED_FONT = `600 ${SIZE.LABEL_SIZE}px ${FACE}`;
export const MAJOR_FONT = `600 ${SIZE.MAJOR_TICK_SIZE}px ${FACE}`;
export const MINOR_FONT = `400 ${SIZE.MINOR_TICK_SIZE}px ${FACE}`;
export const COUNT_FONT = `500 11px ${FACE}`;

const STANDING_ACTS: Readonly<Record<string, "setAside" | "inForce" | "underReview">> = {
  reverses: "setAside",
  vacates: "setAside",
  quashes: "setAside",
  moots: "setAside",
  supersedes: "setAside",
  withdraws: "setAside",
  invalidates: "setAside",
  repeals: "setAside",
  affirms: "inForce",
  reinstates: "inForce",
  "lifts-stay": "inForce",
  stays: "underReview",
};

/** An act is drawn in the colour of what it does to the standing of its target. */
export const arrowColour = (palette: Palette, relation: string): string => {
  const standing = STANDING_ACTS[relation];
  return standing ? palette[standing] : palette.inkSecondary;
};
