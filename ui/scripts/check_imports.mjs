/**
 * Keeps the directions of the interface: base <- ipc <- model <- views, and
 * base <- render <- views. Prints the exceptions, each with its reason.
 */
import { dirname, join, normalize } from "node:path/posix";
import { sources } from "./files.mjs";

/** For each layer, the layers and the packages that it may import. */
const ALLOWED = {
  base: { layers: [], packages: [] },
  ipc: { layers: ["base"], packages: [] },
  model: { layers: ["base", "ipc"], packages: ["zustand"] },
  render: { layers: ["base"], packages: [] },
  views: {
    layers: ["base", "ipc", "model", "render"],
    packages: ["@assets", "@fluent", "lucide-react", "react", "react-aria-components"],
  },
};

const EXCEPTIONS = [
  {
    file: "main.ts",
    may: ["ipc", "model", "window"],
    reason: "asks the program, then lets the window be read",
  },
  {
    file: "window.tsx",
    may: ["base", "ipc", "model", "views", "react", "react-dom"],
    reason: "puts the program together",
  },
  {
    file: "ipc/tauri_transport.ts",
    may: ["@tauri-apps"],
    reason: "the one file that knows Tauri",
  },
  {
    file: "ipc/fake/casebook.ts",
    may: ["@assets"],
    reason: "the fake program holds the sample; it is not shipped",
  },
  {
    file: "vite_env.d.ts",
    may: ["@fluent"],
    reason: "says what a file of words is once it was read; types alone",
  },
];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^"';]*?from\s+"([^"]+)"|import\s+"([^"]+)"|import\("([^"]+)"\)/g;

const found = [];
for (const { path, text } of sources([".ts", ".tsx"])) {
  const layer = path.split("/")[0];
  const exception = EXCEPTIONS.find(({ file }) => file === path);
  for (const [, ...specifiers] of text.matchAll(IMPORT)) {
    const specifier = specifiers.find(Boolean);
    if (path.endsWith(".test.ts") && specifier === "vitest") continue;
    const target = specifier.startsWith(".")
      ? normalize(join(dirname(path), specifier)).split("/")[0]
      : specifier.split("/")[0];
    const rule = ALLOWED[layer];
    const isFine =
      target === layer ||
      rule?.layers.includes(target) ||
      rule?.packages.includes(target) ||
      exception?.may.includes(target);
    if (!isFine) found.push(`${path} must not import ${specifier}`);
  }
}

for (const { file, may, reason } of EXCEPTIONS) {
  console.log(`exception: ${file} may import ${may.join(", ")} (${reason})`);
}
for (const line of found) console.error(line);
process.exitCode = found.length > 0 ? 1 : 0;
