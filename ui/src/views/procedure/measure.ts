let surface: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** Width of a text in a face, in its own pixels. The words that are measured are few. */
export function measure(text: string, font: string): number {
  const name = `${font} ${text}`;
  const known = widths.get(name);
  if (known !== undefined) return known;
  surface ??= document.createElement("canvas").getContext("2d");
  if (!surface) return text.length * 7;
  surface.font = font;
  const { width } = surface.measureText(text);
  widths.set(name, width);
  return width;
}
