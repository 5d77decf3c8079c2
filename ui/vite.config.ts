import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { fluent } from "./scripts/fluent";
import { preload } from "./scripts/preload";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Mode `fake` draws the same interface on an in-memory casebook, without the program. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), fluent(), preload("window")],
  clearScreen: false,
  resolve: { alias: { "@assets": path("../assets") } },
  server: { port: 1420, strictPort: true, fs: { allow: [path("..")] } },
  build: {
    outDir: mode === "fake" ? path("../build/ui-fake") : "dist",
    emptyOutDir: true,
    target: ["safari16", "chrome120"],
    // The fonts stay files: the content security policy allows no `data:` font.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // The window's engine keeps such a script with one byte a letter and reads it faster.
        charset: "ascii",
        // Few files: each one costs a question to the program.
        codeSplitting: {
          groups: [
            { name: "main", tags: ["$initial"], priority: 1 },
            { name: "window", test: /src[\\/]window\.tsx$/ },
          ],
        },
      },
    },
  },
}));
