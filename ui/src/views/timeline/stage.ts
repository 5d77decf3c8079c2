import type { Picture } from "../../base/picture";
import { scenePx } from "../../base/units";
import { useChosen } from "../../model/chosen";
import { useClocks } from "../../model/clocks";
import { moveNow, useMove } from "../../model/moving";
import { useSettings } from "../../model/settings";
import { useTimeline } from "../../model/timeline";
import { resize, useViewport, viewportNow } from "../../model/viewport";
import { drawDayLine } from "../../render/day_line";
import { markCentre } from "../../render/hit";
import { type Brushes, mixBrushes } from "../../render/marks";
import { drawOverlay, type Ghost, type Pointing } from "../../render/overlay";
import {
  COUNT_FONT,
  LABEL_FONT,
  MAJOR_FONT,
  MINOR_FONT,
  type Palette,
  SELECTED_FONT,
} from "../../render/palette";
import { drawTimeline } from "../../render/timeline";
import { place, screenX, screenY, type View } from "../../render/view";
import { sayDay } from "../days";
import { sayOr } from "../say";
import { readPalette } from "./colours";

/** Height of the axis and width of the lane heads, in scene pixels. */
export const AXIS_HEIGHT = 44;
export const HEADS_WIDTH = 152;

const WORDS = { act: (relation: string): string => sayOr("arrow", relation) };

export interface StageElements {
  /** Scrolls, and takes the pointer and the keys. */
  readonly host: HTMLElement;
  /** Stays in view while the host scrolls. */
  readonly pane: HTMLElement;
  readonly scene: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
  readonly heads: HTMLElement;
}

/**
 * The canvases of the timeline and the one loop that draws them. Whatever changes asks
 * for a frame; a frame draws once, however much has changed.
 */
export class Stage {
  readonly view: View = {
    width: 0,
    height: 0,
    left: HEADS_WIDTH,
    top: AXIS_HEIGHT,
    scroll: 0,
    offset: 0,
    ratio: 1,
    pixels: 1,
    hasFocus: false,
  };
  /** CSS pixels for one scene pixel. */
  scale = 1;
  pointing: Pointing = { hover: null, span: null, link: null };

  readonly #elements: StageElements;
  readonly #sceneSurface: CanvasRenderingContext2D;
  readonly #overlaySurface: CanvasRenderingContext2D;
  #palette: Palette;
  #brushes: Brushes;
  #frame = 0;
  readonly #stops: (() => void)[] = [];

  constructor(elements: StageElements) {
    this.#elements = elements;
    this.#sceneSurface = surfaceOf(elements.scene, false);
    this.#overlaySurface = surfaceOf(elements.overlay, true);
    this.#palette = readPalette(elements.host);
    this.#brushes = mixBrushes(this.#sceneSurface, this.#palette);
    this.#follow();
    this.#measure();
    void loadFonts().then(() => this.request());
  }

  get picture(): Picture | null {
    return useTimeline.getState().picture;
  }

  /** Asks for a frame. */
  request(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  /** A point of the window as a point of the canvas. */
  toCanvas(clientX: number, clientY: number): { x: number; y: number } {
    const { left, top } = this.#elements.pane.getBoundingClientRect();
    return { x: (clientX - left) / this.scale, y: (clientY - top) / this.scale };
  }

  scrollBy(distance: number): void {
    this.#elements.host.scrollTop += distance * this.scale;
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stops) stop();
  }

  #follow(): void {
    const { host } = this.#elements;
    const observer = new ResizeObserver(() => this.#measure());
    observer.observe(host);
    const themes = new MutationObserver(() => {
      this.#palette = readPalette(host);
      this.#brushes = mixBrushes(this.#sceneSurface, this.#palette);
      this.request();
    });
    themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const forced = window.matchMedia("(forced-colors: active)");
    const onForced = (): void => {
      this.#palette = readPalette(host);
      this.#brushes = mixBrushes(this.#sceneSurface, this.#palette);
      this.request();
    };
    forced.addEventListener("change", onForced);
    const onScroll = (): void => this.request();
    host.addEventListener("scroll", onScroll);
    const onFocus = (): void => {
      this.view.hasFocus = host.matches(":focus-visible");
      this.request();
    };
    host.addEventListener("focus", onFocus);
    host.addEventListener("blur", onFocus);
    const density = followDensity(() => this.#measure());
    this.#stops.push(
      () => observer.disconnect(),
      () => themes.disconnect(),
      () => forced.removeEventListener("change", onForced),
      () => host.removeEventListener("scroll", onScroll),
      () => host.removeEventListener("focus", onFocus),
      () => host.removeEventListener("blur", onFocus),
      density,
      useViewport.subscribe(() => this.request()),
      useTimeline.subscribe(() => this.request()),
      useClocks.subscribe(() => this.request()),
      useChosen.subscribe(() => this.request()),
      useMove.subscribe(() => this.request()),
      useSettings.subscribe(() => this.#measure()),
    );
  }

  #measure(): void {
    const { host, pane, scene, overlay } = this.#elements;
    const width = host.clientWidth;
    const height = host.clientHeight;
    if (width === 0 || height === 0) return;
    const density = window.devicePixelRatio;
    this.scale = useSettings.getState().textSize;
    pane.style.height = `${height}px`;
    for (const canvas of [scene, overlay]) {
      canvas.width = Math.round(width * density);
      canvas.height = Math.round(height * density);
      canvas.style.width = `${canvas.width / density}px`;
      canvas.style.height = `${canvas.height / density}px`;
    }
    this.view.width = width / this.scale;
    this.view.height = height / this.scale;
    this.view.pixels = density * this.scale;
    resize(scenePx(this.view.width - this.view.left));
    // The canvas was just emptied; drawing now spares the reader a blank frame.
    this.#draw();
  }

  #draw(): void {
    const { picture, view } = this;
    if (!picture || view.width === 0) return;
    const { from, daysPerPx } = viewportNow();
    place(view, picture, from, daysPerPx);
    view.scroll = this.#elements.host.scrollTop / this.scale;
    drawTimeline(this.#sceneSurface, picture, view, this.#palette, this.#brushes, WORDS);
    this.#drawDay(from, daysPerPx);
    this.#drawPointing(picture);
    this.#placeHeads(picture);
    tellReady();
  }

  /** After the day that is asked about, nothing has happened yet. */
  #drawDay(from: number, daysPerPx: number): void {
    const { asOf } = useClocks.getState();
    if (asOf === null) return;
    const x = this.view.left + (asOf + 1 - from) / daysPerPx;
    drawDayLine(this.#sceneSurface, { x, text: sayDay(asOf) }, this.view, this.#palette);
  }

  /** While there is nothing to point out, its canvas is not there to be composed. */
  #drawPointing(picture: Picture): void {
    const { overlay } = this.#elements;
    const { pointing, view } = this;
    const extras = { rings: ringsOf(picture, view), ghost: this.ghost };
    const isNeeded =
      pointing.hover !== null ||
      pointing.span !== null ||
      pointing.link !== null ||
      extras.ghost !== null ||
      extras.rings.length > 0;
    overlay.hidden = !isNeeded;
    if (isNeeded) drawOverlay(this.#overlaySurface, pointing, extras, view, this.#palette);
  }

  /** Where the event that is being moved would come to lie, if its mark is drawn. */
  get ghost(): Ghost | null {
    const { picture, view } = this;
    const move = moveNow();
    if (!picture || !move?.now || !move.start) return null;
    const index = picture.marks.key.indexOf(move.key);
    if (index < 0) return null;
    const { daysPerPx } = viewportNow();
    const by = (now: number | null, start: number | null): number =>
      now === null || start === null ? 0 : (now - start) / daysPerPx;
    return {
      x0: screenX(view, picture.marks.x0[index] ?? 0) + by(move.now.first, move.start.first),
      x1: screenX(view, picture.marks.x1[index] ?? 0) + by(move.now.last, move.start.last),
      y: screenY(view, picture.marks.y[index] ?? 0),
      isRefused: move.now.refused !== null,
    };
  }

  /** Each lane's head stays in view for as long as its lane does. */
  #placeHeads(picture: Picture): void {
    const { children } = this.#elements.heads;
    const { scroll } = this.view;
    for (let i = 0; i < children.length; i += 1) {
      const head = children[i];
      const lane = picture.lanes[i];
      if (!(head instanceof HTMLElement) || !lane) continue;
      const lowest = lane.y + lane.height - head.offsetHeight / this.scale;
      const y = Math.max(lane.y, Math.min(scroll, lowest)) - scroll;
      const transform = `translateY(${y * this.scale}px)`;
      if (head.style.transform !== transform) head.style.transform = transform;
    }
  }
}

/** The middles of the marks that are selected together. */
function ringsOf(picture: Picture, view: View): { x: number; y: number }[] {
  const { keys } = useChosen.getState();
  if (keys.size === 0) return [];
  const rings: { x: number; y: number }[] = [];
  picture.marks.key.forEach((key, index) => {
    if (keys.has(key)) rings.push(markCentre(picture, view, index));
  });
  return rings;
}

/** The first picture stands. Measurements and the tests on the real window wait for it. */
function tellReady(): void {
  const { dataset } = document.documentElement;
  if (dataset.ready) return;
  dataset.ready = "true";
  performance.mark("interactive");
}

function surfaceOf(canvas: HTMLCanvasElement, alpha: boolean): CanvasRenderingContext2D {
  const surface = canvas.getContext("2d", { alpha });
  if (!surface) throw new Error("This window cannot draw on a canvas.");
  return surface;
}

/** A canvas does not wait for a face that is still being read. */
const loadFonts = (): Promise<unknown> =>
  Promise.all(
    [COUNT_FONT, LABEL_FONT, MAJOR_FONT, MINOR_FONT, SELECTED_FONT].map((font) =>
      document.fonts.load(font),
    ),
  );

/** Calls when the window moves to a screen with other pixels. */
function followDensity(changed: () => void): () => void {
  let query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const onChange = (): void => {
    query.removeEventListener("change", onChange);
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener("change", onChange);
    changed();
  };
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
