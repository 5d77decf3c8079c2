declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** Days since 1970-01-01 in the civil calendar, with a fraction inside a day. */
export type Day = Unit<"day">;
/** CSS pixels on the screen. */
export type Px = Unit<"px">;
/**
 * Pixels of the scene. The scene is laid out for text of the usual size; a reader who
 * asked for larger text sees it scaled, so one scene pixel is then more than one CSS pixel.
 */
export type ScenePx = Unit<"scene-px">;

export const day = (value: number): Day => value as Day;
export const px = (value: number): Px => value as Px;
export const scenePx = (value: number): ScenePx => value as ScenePx;
