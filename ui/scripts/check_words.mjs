/**
 * Every message that the interface asks for is in the Fluent file, and every message of
 * the file is asked for, here or in the program. Messages that are put together from a
 * beginning and a word count as asked for when their beginning is.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sources, UI } from "./files.mjs";

const file = readFileSync(join(UI, "../assets/i18n/en.ftl"), "utf8");
const messages = [...file.matchAll(/^([a-zA-Z][\w-]*) =/gm)].map(([, id]) => id);
const known = new Set(messages);
const problems = [];

const texts = sources([".ts", ".tsx"])
  .filter(({ path }) => !path.includes(".test.") && !path.startsWith("ipc/"))
  .map(({ text }) => text)
  .join("\n");

for (const [, id] of texts.matchAll(/\bsay\(\s*"([^"]+)"/g)) {
  if (!known.has(id)) problems.push(`"${id}" is said and not in en.ftl`);
}
for (const [, id] of texts.matchAll(/\bid: "((?:toast|action)-[^"]+)"/g)) {
  if (!known.has(id)) problems.push(`"${id}" is said and not in en.ftl`);
}

const prefixes = [
  ...[...texts.matchAll(/`([a-z-]+-)\$\{/g)].map(([, prefix]) => prefix),
  ...[...texts.matchAll(/sayOr\(\s*"([^"]+)"/g)].map(([, prefix]) => `${prefix}-`),
  ...[...texts.matchAll(/prefix="([^"]+)"/g)].map(([, prefix]) => `${prefix}-`),
];
const program = join(UI, "../src-tauri");
const rust = readdirSync(program, { recursive: true })
  .filter((path) => path.endsWith(".rs"))
  .map((path) => readFileSync(join(program, path), "utf8"))
  .join("\n");
for (const [, prefix] of rust.matchAll(/"([a-z-]+-)\{/g)) prefixes.push(prefix);
for (const [, list] of rust.matchAll(/\bterm\("([a-z-]+)"/g)) prefixes.push(`${list}-`);

for (const id of messages) {
  const isSaid =
    texts.includes(`"${id}"`) ||
    rust.includes(`"${id}"`) ||
    prefixes.some((prefix) => id.startsWith(prefix));
  if (!isSaid) problems.push(`"${id}" is in en.ftl and never said`);
}
for (const id of known) {
  if (messages.indexOf(id) !== messages.lastIndexOf(id))
    problems.push(`"${id}" is there twice`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
