import type { HtmlTagDescriptor, Plugin } from "vite";

/**
 * Has the page read a module, and what it needs, beside the first script, which imports it
 * only when it has run.
 */
export const readAhead = (module: string): Plugin => ({
  name: "read-ahead",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
      const first = chunks.find(({ moduleIds }) => moduleIds.includes(module));
      if (!first) return [];
      const read = (rel: string, file: string): HtmlTagDescriptor => ({
        tag: "link",
        attrs: { rel, crossorigin: true, href: `/${file}` },
        injectTo: "head",
      });
      return [
        ...[first.fileName, ...first.imports].map((file) => read("modulepreload", file)),
        ...[...(first.viteMetadata?.importedCss ?? [])].map((file) => read("stylesheet", file)),
      ];
    },
  },
});
