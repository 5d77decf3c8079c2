import { create } from "zustand";
import { Latest } from "../base/latest";
import type { Picture, PictureLane } from "../base/picture";
import { day } from "../base/units";
import type { CommandError } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import type { Arrangement, Filter, Overview, Part, Viewport } from "../ipc/generated/bindings";
import { arrangementNow, useArrangement } from "./arrangement";
import { summaryNow, useCasebook } from "./casebook";
import { filterNow, NO_FILTER, useFilter } from "./filter";
import type { FirstOverview } from "./first_questions";
import { ask } from "./program";
import { selectedNow, useSelection } from "./selection";
import { daysAround, densestSpan } from "./spans";
import { report } from "./toasts";
import { forgetPlace, openAt, showSpan, useViewport, viewportNow } from "./viewport";

export interface TimelineState {
  readonly picture: Picture | null;
  /** Its lanes for those who only want their names: others only when these change. */
  readonly heads: readonly PictureLane[];
  readonly overview: Overview | null;
  readonly error: CommandError | null;
}

export const useTimeline = create<TimelineState>(() => ({
  picture: null,
  heads: [],
  overview: null,
  error: null,
}));

/** What a picture depends on besides the viewport. */
interface Subject {
  readonly filter: Filter;
  readonly lanes: Arrangement;
  readonly selected: number | null;
  /** Of the casebook, and which of its states. */
  readonly path: string | null;
  readonly revision: number;
}

interface Question extends Subject {
  readonly viewport: Viewport;
  readonly part: Part;
}

/** The newest question; its answer may still be on its way. */
let asked: Question | null = null;

const scenes = new Latest<Question, Picture>(
  ({ filter, lanes, viewport, part, selected }) =>
    ask("timeline_scene", { filter, lanes, viewport, part, selected }),
  (picture, question) => {
    // The picture of a casebook that is closed by now must not flash up.
    if (question.path !== subjectNow().path) return;
    useTimeline.setState(({ heads }) => ({
      picture,
      heads: hasHeads(picture, heads) ? heads : picture.lanes,
      error: null,
    }));
    requestScene();
  },
  (reason) => {
    const error = asCommandError(reason);
    useTimeline.setState({ error });
    report(error);
  },
  // Another viewport of the same events is worth the wait: else a reader who zooms would
  // see nothing until he rests.
  (next, running) => next.filter !== running.filter || next.lanes.by !== running.lanes.by,
);

const hasHeads = ({ lanes }: Picture, heads: readonly PictureLane[]): boolean =>
  lanes.length === heads.length &&
  lanes.every(({ id, name, events, nesting }, at) => {
    const head = heads[at];
    return (
      head?.id === id &&
      head.name === name &&
      head.events === events &&
      head.nesting === nesting
    );
  });

function subjectNow(): Subject {
  const summary = summaryNow();
  return {
    filter: filterNow(),
    lanes: arrangementNow(),
    selected: selectedNow(),
    path: summary?.path ?? null,
    revision: summary?.revision ?? 0,
  };
}

/** Part of the viewport that must remain before the scene's edge is near. */
const MARGIN = 0.2;
const MARGIN_ABOVE = 0.1;

/** Asks for a scene when the one at hand no longer serves. */
export function requestScene(): void {
  const { from, daysPerPx, width, top, height } = viewportNow();
  // Until the overview has told where the casebook lies, a picture would be of anywhere.
  if (!summaryNow() || width <= 0 || !useTimeline.getState().overview) return;
  const question: Question = {
    ...subjectNow(),
    viewport: { from, days_per_px: daysPerPx, width },
    part: { top, height },
  };
  if (!asked || isStale(question, asked)) {
    asked = question;
    scenes.ask(question);
  }
}

function isStale(now: Question, then: Question): boolean {
  const { picture } = useTimeline.getState();
  if (
    now.filter !== then.filter ||
    now.lanes !== then.lanes ||
    now.selected !== then.selected ||
    now.path !== then.path ||
    now.revision !== then.revision ||
    now.viewport.days_per_px !== then.viewport.days_per_px ||
    now.viewport.width !== then.viewport.width ||
    now.part.height !== then.part.height
  ) {
    return true;
  }
  // The first picture is on its way.
  if (!picture) return false;
  const visible = now.viewport.width * now.viewport.days_per_px;
  const moved = Math.abs(now.viewport.from - then.viewport.from);
  const nearEdge =
    now.viewport.from - visible * MARGIN < picture.from ||
    now.viewport.from + visible * (1 + MARGIN) > picture.to;
  return (nearEdge && moved > visible * 0.01) || isNearRow(now.part, then.part, picture);
}

function isNearRow(now: Part, then: Part, { top, bottom, height }: Picture): boolean {
  const margin = now.height * MARGIN_ABOVE;
  const isAbove = top > 0 && now.top - margin < top;
  const isBelow = bottom < height && now.top + now.height + margin > bottom;
  return (isAbove || isBelow) && Math.abs(now.top - then.top) > margin / 10;
}

let first: FirstOverview | null = null;

/** What was asked before, if it was this; once, because the casebook may change. */
function takeFirst(filter: Filter, width: number): Promise<Overview> | null {
  const taken = first;
  first = null;
  return filter === NO_FILTER && taken?.width === width ? taken.answer : null;
}

const overviews = new Latest<{ filter: Filter; width: number; path: string }, Overview>(
  ({ filter, width }) => {
    const anew = () => ask("timeline_overview", { filter, width });
    return takeFirst(filter, width)?.catch(anew) ?? anew();
  },
  (overview, { path }) => {
    if (path !== summaryNow()?.path) return;
    useTimeline.setState({ overview });
    placeViewport();
    requestScene();
  },
  (reason) => report(asCommandError(reason)),
  (next, running) => next.filter !== running.filter,
);

let overviewWidth = 0;

export const overviewWidthNow = (): number => overviewWidth;

/** The strip was measured, or its width changed. */
export function sizeOverview(width: number): void {
  if (width === overviewWidth || width <= 0) return;
  overviewWidth = width;
  requestOverview();
}

function requestOverview(): void {
  const summary = summaryNow();
  if (!summary || overviewWidth <= 0) return;
  overviews.ask({ filter: filterNow(), width: overviewWidth, path: summary.path });
}

/**
 * A casebook opens on the years where most of it happens; an empty one as soon as anything
 * does.
 */
function placeViewport(): void {
  const { overview } = useTimeline.getState();
  const { isPlaced, width } = viewportNow();
  const densest = overview && densestSpan(overview, 0.8);
  if (isPlaced || !densest || width <= 0) return;
  const { first, last } = daysAround(densest.first, densest.last);
  openAt(first, last);
}

/** Rows of marks in a lane where the timeline has not shown it: as many as in a crowded one. */
const USUAL_ROWS = 4;

/** For how many rows of marks a lane has room now. */
export const rowsNow = (id: string): number =>
  useTimeline.getState().picture?.lanes.find((lane) => lane.id === id)?.rows ?? USUAL_ROWS;

/** Shows everything that is dated. */
export function showAll(): void {
  const extent = summaryNow()?.extent;
  if (!extent) return;
  const { first, last } = daysAround(day(extent.first), day(extent.last + 1));
  showSpan(first, last);
}

/** Keeps the picture in step with what the reader looks at and asks for. */
export function startTimeline(asks: FirstOverview | null = null): () => void {
  first = asks;
  const stops = [
    useViewport.subscribe((now, before) => {
      if (now.width !== before.width) placeViewport();
      requestScene();
    }),
    useFilter.subscribe(() => {
      requestScene();
      requestOverview();
    }),
    useArrangement.subscribe(requestScene),
    useSelection.subscribe(({ key }, before) => {
      if (key !== before.key) requestScene();
    }),
    useCasebook.subscribe(({ state }, { state: before }) => {
      const summary = state.kind === "open" ? state.summary : null;
      const path = summary?.path ?? null;
      const isOther = path !== (before.kind === "open" ? before.summary.path : null);
      if (isOther) {
        asked = null;
        useTimeline.setState({ picture: null, heads: [], error: null });
      }
      // Where an empty casebook lies is told by what comes into it.
      if (isOther || summary?.counts.events === 0 || !viewportNow().isPlaced) {
        useTimeline.setState({ overview: null });
        forgetPlace();
      }
      requestScene();
      requestOverview();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
