import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { fluent } from "./scripts/fluent";

export default defineConfig({
  plugins: [fluent()],
  resolve: {
    alias: { "@assets": fileURLToPath(new URL("../assets", import.meta.url)) },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
