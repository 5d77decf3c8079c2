import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { fluent } from "./scripts/fluent";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Mode `fake` draws the same interface on an in-memory casebook, without the program. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), fluent()],
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
  },
}));
