let stands: () => void;

/** Done when the first picture stands, or when it is known that none will. */
export const firstPicture = new Promise<void>((resolve) => {
  stands = resolve;
});

let isTold = false;

export const isFirstPictureTold = (): boolean => isTold;

/** Measurements and the tests on the real window wait for what is marked here. */
export function tellFirstPicture(): void {
  if (isTold) return;
  isTold = true;
  document.documentElement.dataset.ready = "true";
  performance.mark("interactive");
  stands();
}
