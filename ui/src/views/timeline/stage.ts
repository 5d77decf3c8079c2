import { DRAWING, frames } from "../../base/frames";
import type { Picture } from "../../base/picture";
import { type Day, scenePx } from "../../base/units";
import { useChosen } from "../../model/chosen";
import { useClocks } from "../../model/clocks";
import { isFirstPictureTold, tellFirstPicture } from "../../model/first_picture";
import { moveNow, useMove } from "../../model/moving";
import { useSettings } from "../../model/settings";
import type { Days } from "../../model/spans";
import { useTimeline } from "../../model/timeline";
import { resize, scrollTo, useViewport, viewportNow } from "../../model/viewport";
import { signX } from "../../render/centre";
import { drawDayLine } from "../../render/day_line";
import { type Brushes, mixBrushes } from "../../render/marks";
import { drawOverlay, type Extras, type Ghost, type Pointing } from "../../render/overlay";
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
import { LaneHeads } from "./lane_heads";
import { Rings } from "./rings";

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
 * The canvases of the timeline and what draws them. Whatever changes asks for a frame; a
 * frame draws once, however much has changed.
 *
 * There are two layers: what the casebook shows, and what follows the pointer. Ground,
 * marks and labels share one, because whatever moves one of them moves all, and each
 * further canvas is one more picture of the window's size to be put together.
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
  /** What the canvases were last made for: the engine tells the first size once more. */
  #size = "";
  #pointed: Pointing = { hover: null, link: null };
  #measured: Days | null = null;

  readonly #elements: StageElements;
  readonly #sceneSurface: CanvasRenderingContext2D;
  readonly #overlaySurface: CanvasRenderingContext2D;
  #palette: Palette;
  #brushes: Brushes;
  readonly #heads: LaneHeads;
  readonly #rings = new Rings();
  readonly #drawing = frames.add(DRAWING, () => this.#draw());
  readonly #pointing = frames.add(DRAWING, () => this.#drawPointing());
  #day: { readonly day: Day; readonly text: string } | null = null;
  readonly #stops: (() => void)[] = [];

  constructor(elements: StageElements) {
    this.#elements = elements;
    this.#heads = new LaneHeads(elements.heads);
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
    this.#drawing.request();
  }

  get pointing(): Pointing {
    return this.#pointed;
  }

  /** What the pointer points at has changed, and nothing else. */
  point(pointing: Pointing): void {
    this.#pointed = pointing;
    this.#pointing.request();
  }

  /** The days that were measured, to the moment; none when they are let go. */
  get measured(): Days | null {
    return this.#measured;
  }

  measure(days: Days | null): void {
    this.#measured = days;
    this.#pointing.request();
  }

  /** Where the viewport lies now, for who needs it before the next frame. */
  place(): void {
    const { from, daysPerPx } = viewportNow();
    if (this.picture) place(this.view, this.picture, from, daysPerPx);
  }

  /** Other lanes have other heads. The first ones complete the first picture. */
  setHeads(): void {
    this.#heads.changed();
    if (isFirstPictureTold()) this.request();
    else this.#draw();
  }

  /** A point of the window as a point of the canvas. */
  toCanvas(clientX: number, clientY: number): { x: number; y: number } {
    const { left, top } = this.#elements.pane.getBoundingClientRect();
    return { x: (clientX - left) / this.scale, y: (clientY - top) / this.scale };
  }

  scrollBy(distance: number): void {
    const { host } = this.#elements;
    host.scrollTop += distance * this.scale;
    this.#scrolled();
  }

  close(): void {
    this.#drawing.remove();
    this.#pointing.remove();
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
    const onScroll = (): void => this.#scrolled();
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

  #scrolled(): void {
    this.view.scroll = this.#elements.host.scrollTop / this.scale;
    scrollTo(scenePx(this.view.scroll));
    this.request();
  }

  #measure(): void {
    const { host, pane, scene, overlay } = this.#elements;
    const width = host.clientWidth;
    const height = host.clientHeight;
    if (width === 0 || height === 0) return;
    const density = window.devicePixelRatio;
    const scale = useSettings.getState().textSize;
    const measured = [width, height, density, scale].join();
    if (measured === this.#size) return;
    this.#size = measured;
    this.scale = scale;
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
    this.#scrolled();
    this.#heads.changed();
    resize(
      scenePx(this.view.width - this.view.left),
      scenePx(this.view.height - this.view.top),
    );
    // The canvas was just emptied; drawing now spares the reader a blank frame.
    this.#draw();
  }

  #draw(): void {
    const { picture, view } = this;
    if (view.width === 0) return;
    const { from, daysPerPx } = viewportNow();
    this.place();
    drawTimeline(this.#sceneSurface, picture, view, this.#palette, this.#brushes, WORDS);
    if (!picture) return;
    this.#drawDay(from, daysPerPx);
    this.#drawPointing();
    this.#heads.place(picture.lanes, view.scroll, this.scale);
    tellFirstPicture();
  }

  /** After the day that is asked about, nothing has happened yet. */
  #drawDay(from: number, daysPerPx: number): void {
    const { asOf } = useClocks.getState();
    if (asOf === null) return;
    if (this.#day?.day !== asOf) this.#day = { day: asOf, text: sayDay(asOf) };
    const x = this.view.left + (asOf + 1 - from) / daysPerPx;
    drawDayLine(this.#sceneSurface, x, this.#day.text, this.view, this.#palette);
  }

  /** While there is nothing to point out, its canvas is not there to be composed. */
  #drawPointing(): void {
    const { overlay } = this.#elements;
    const { picture, pointing, view } = this;
    if (!picture) return;
    const rings = this.#rings.at(picture, useChosen.getState().keys, view);
    const { ghost, span } = this;
    const isNeeded =
      pointing.hover !== null ||
      span !== null ||
      pointing.link !== null ||
      ghost !== null ||
      rings.length > 0;
    if (overlay.hidden === isNeeded) overlay.hidden = !isNeeded;
    if (isNeeded)
      drawOverlay(this.#overlaySurface, pointing, { rings, ghost, span }, view, this.#palette);
  }

  get span(): Extras["span"] {
    const days = this.#measured;
    if (!days) return null;
    const { from, daysPerPx } = viewportNow();
    const x = (at: Day): number => this.view.left + (at - from) / daysPerPx;
    return { x0: x(days.first), x1: x(days.last) };
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
    const x0 =
      screenX(view, picture.marks.x0[index] ?? 0) + by(move.now.first, move.start.first);
    const x1 = screenX(view, picture.marks.x1[index] ?? 0) + by(move.now.last, move.start.last);
    return {
      x0,
      x1,
      x: signX(x0, x1, picture.marks.flags[index] ?? 0, view.left, view.width),
      y: screenY(view, picture.marks.y[index] ?? 0),
      isRefused: move.now.refused !== null,
    };
  }
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
