// The mark that Docketline sets when its first picture is drawn.
requestAnimationFrame(() => {
  performance.mark("interactive");
  document.documentElement.dataset.ready = "true";
});
