import { readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import type { Plugin } from "vite";

const ENDING = ".ftl?parsed";

/** The words of the interface are parsed when it is built, not whenever a window opens. */
export const fluent = (): Plugin => ({
  name: "fluent",
  load(id) {
    if (!id.endsWith(ENDING)) return null;
    const file = id.slice(0, -"?parsed".length);
    this.addWatchFile(file);
    const { body } = new FluentResource(readFileSync(file, "utf8"));
    // Text is parsed much faster as JSON than as a program.
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(body))})`;
  },
});
