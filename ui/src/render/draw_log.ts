import type { Surface } from "./surface";

/**
 * A surface that writes down what is drawn on it, one line for each call, so that a test
 * can read a picture before any pixel is there.
 */
export function drawLog(): { surface: Surface; lines: string[] } {
  const lines: string[] = [];
  const state: Record<string, unknown> = {};
  const surface = new Proxy(state, {
    get(_, name) {
      if (typeof name !== "string") return undefined;
      if (name === "createLinearGradient") return () => ({ addColorStop: () => {} });
      if (name in state) return state[name];
      return (...values: unknown[]) => {
        lines.push([name, ...values.map(written), ...inkOf(name, state)].join(" "));
      };
    },
    set(_, name, value) {
      state[String(name)] = value;
      return true;
    },
  });
  return { surface: surface as unknown as Surface, lines };
}

const written = (value: unknown): string =>
  typeof value === "number" ? String(Math.round(value * 100) / 100) : JSON.stringify(value);

function inkOf(name: string, state: Record<string, unknown>): string[] {
  const style = name.startsWith("fill") ? state.fillStyle : null;
  if (style === null || style === undefined) return [];
  return [`in ${typeof style === "string" ? style : "a gradient"}`];
}
