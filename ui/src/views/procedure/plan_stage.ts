import type { PlanPicture } from "../../base/plan";
import { day } from "../../base/units";
import { asOfDayNow, useClocks } from "../../model/clocks";
import { procedureNow, resizePlan, useProcedure } from "../../model/procedure";
import { selectedNow, useSelection } from "../../model/selection";
import { useSettings } from "../../model/settings";
import { COUNT_FONT, MINOR_FONT, type Palette, SELECTED_FONT } from "../../render/palette";
import { countNotYet, drawPlan } from "../../render/plan";
import type { View } from "../../render/view";
import { sayOr } from "../say";
import { readPalette } from "../timeline/colours";
import { ticksOf } from "./scale";

const WORDS = { act: (relation: string): string => sayOr("arrow", relation) };

export interface PlanElements {
  /** Scrolls, and takes the pointer and the keys. */
  readonly host: HTMLElement;
  /** Stays in view while the host scrolls. */
  readonly pane: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

/** The canvas of the plan and the one loop that draws it. */
export class PlanStage {
  readonly view: View = {
    width: 0,
    height: 0,
    left: 0,
    top: 0,
    scroll: 0,
    offset: 0,
    ratio: 1,
    pixels: 1,
    hasFocus: false,
  };
  /** CSS pixels for one scene pixel. */
  scale = 1;
  /** Index of the act under the pointer. */
  hovered: number | null = null;

  readonly #elements: PlanElements;
  readonly #surface: CanvasRenderingContext2D;
  #palette: Palette;
  #frame = 0;
  /** How much was dimmed when it was last drawn. */
  #notYet = 0;
  readonly #stops: (() => void)[] = [];

  constructor(elements: PlanElements) {
    this.#elements = elements;
    const surface = elements.canvas.getContext("2d", { alpha: false });
    if (!surface) throw new Error("This window cannot draw on a canvas.");
    this.#surface = surface;
    this.#palette = readPalette(elements.host);
    this.#follow();
    this.#measure();
    // A canvas does not wait for a face that is still being read.
    const fonts = [COUNT_FONT, MINOR_FONT, SELECTED_FONT].map((font) =>
      document.fonts.load(font),
    );
    void Promise.all(fonts).then(() => this.request());
  }

  get plan(): PlanPicture | null {
    return procedureNow().plan;
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

  /** Scrolls just far enough that a place of the plan is seen. */
  revealY(y: number): void {
    const room = Math.min(40, this.view.height / 4);
    const at = y - this.view.scroll;
    if (at < room) this.scrollBy(at - room);
    else if (at > this.view.height - room) this.scrollBy(at - this.view.height + room);
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stops) stop();
  }

  #follow(): void {
    const { host } = this.#elements;
    const observer = new ResizeObserver(() => this.#measure());
    observer.observe(host);
    const onTheme = (): void => {
      this.#palette = readPalette(host);
      this.request();
    };
    const themes = new MutationObserver(onTheme);
    themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const forced = window.matchMedia("(forced-colors: active)");
    forced.addEventListener("change", onTheme);
    const request = (): void => this.request();
    host.addEventListener("scroll", request);
    const onFocus = (): void => {
      this.view.hasFocus = host.matches(":focus-visible");
      this.request();
    };
    host.addEventListener("focus", onFocus);
    host.addEventListener("blur", onFocus);
    this.#stops.push(
      () => observer.disconnect(),
      () => themes.disconnect(),
      () => forced.removeEventListener("change", onTheme),
      () => host.removeEventListener("scroll", request),
      () => host.removeEventListener("focus", onFocus),
      () => host.removeEventListener("blur", onFocus),
      useProcedure.subscribe(request),
      useSelection.subscribe(request),
      // Most steps of a day that is dragged change nothing here.
      useClocks.subscribe(() => {
        if (this.plan && countNotYet(this.plan, asOfDayNow()) !== this.#notYet) request();
      }),
      useSettings.subscribe(() => this.#measure()),
    );
  }

  #measure(): void {
    const { host, pane, canvas } = this.#elements;
    const width = pane.clientWidth;
    const height = host.clientHeight;
    if (width === 0 || height === 0) return;
    const density = window.devicePixelRatio;
    this.scale = useSettings.getState().textSize;
    pane.style.height = `${height}px`;
    // What it lies over begins at the same place.
    pane.style.marginBottom = `${-height}px`;
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    canvas.style.width = `${canvas.width / density}px`;
    canvas.style.height = `${canvas.height / density}px`;
    this.view.width = width / this.scale;
    this.view.height = height / this.scale;
    this.view.pixels = density * this.scale;
    resizePlan(this.view.width);
    // The canvas was just emptied; drawing now spares the reader a blank frame.
    this.#draw();
  }

  #draw(): void {
    const { plan, from, daysPerPx, act } = procedureNow();
    const { view } = this;
    if (!plan || view.width === 0) return;
    view.ratio = plan.daysPerPx / daysPerPx;
    view.offset = (plan.origin - from) / daysPerPx;
    view.scroll = this.#elements.host.scrollTop / this.scale;
    const shown = { first: from, last: day(from + daysPerPx * view.width) };
    const ticks = ticksOf(shown, view.width).map(({ at }) => (at - from) / daysPerPx);
    const focus = {
      on: asOfDayNow(),
      selected: plan.nodes.some(({ key }) => key === selectedNow()) ? selectedNow() : null,
      act: this.hovered ?? act,
    };
    this.#notYet = countNotYet(plan, focus.on);
    drawPlan(this.#surface, plan, view, this.#palette, focus, ticks, WORDS);
  }
}
