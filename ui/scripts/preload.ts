import type { HtmlTagDescriptor, Plugin } from "vite";

/**
 * The page names the script of this chunk, so that it is fetched while the first one runs,
 * and its looks, which are fetched beside the first.
 */
export const preload = (chunk: string): Plugin => ({
  name: "preload",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) => {
      // Without a build there are no chunks.
      if (!bundle) return;
      const files = Object.values(bundle);
      const file = files.find((file) => file.type === "chunk" && file.name === chunk);
      if (file?.type !== "chunk") throw new Error(`There is no chunk "${chunk}" to preload.`);
      const looks = [...(file.viteMetadata?.importedCss ?? [])];
      return [
        link("modulepreload", file.fileName),
        ...looks.map((name) => link("stylesheet", name)),
      ];
    },
  },
});

const link = (rel: string, name: string): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { rel, crossorigin: true, href: `/${name}` },
  injectTo: "head",
});
