import type { HtmlTagDescriptor, Plugin } from "vite";

/**
 * The page names the script of this chunk and its looks, so that they are read while the
 * first script runs.
 */
export const preload = (chunk: string): Plugin => ({
  name: "preload",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) =>
      Object.values(bundle ?? {}).flatMap((file): HtmlTagDescriptor[] => {
        if (file.type !== "chunk" || file.name !== chunk) return [];
        const looks = [...(file.viteMetadata?.importedCss ?? [])];
        return [
          link("modulepreload", file.fileName),
          ...looks.map((name) => link("stylesheet", name)),
        ];
      }),
  },
});

const link = (rel: string, name: string): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { rel, crossorigin: true, href: `/${name}` },
  injectTo: "head",
});
