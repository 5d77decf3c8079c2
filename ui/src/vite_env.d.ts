/// <reference types="vite/client" />

/** What `scripts/fluent.ts` makes of the words of the interface. */
declare module "*.ftl?parsed" {
  const body: import("@fluent/bundle").FluentResource["body"];
  export default body;
}
