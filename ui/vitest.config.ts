import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: { "@assets": fileURLToPath(new URL("../assets", import.meta.url)) },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
