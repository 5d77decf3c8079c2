import { createContext, startTransition, useContext, useEffect, useState } from "react";
import { firstPicture } from "../../model/first_picture";

/** What stands round the first picture. */
type Furniture = typeof import("./furniture");

export const FurnitureContext = createContext<Furniture | null>(null);

/** `null` until the first picture stands and the furniture was read. */
export const useFurniture = (): Furniture | null => useContext(FurnitureContext);

/** A first picture that takes longer, or never comes, keeps nothing else waiting. */
const PATIENCE_MS = 600;

/**
 * Reads what stands round the first picture once that stands, and has it drawn in small
 * steps between which keys and clicks are answered. Not by `Suspense`, which lets what it
 * holds back wait for a third of a second more.
 */
export function useReadFurniture(): Furniture | null {
  const [furniture, setFurniture] = useState<Furniture | null>(null);
  useEffect(() => {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([firstPicture, patience])
      .then(() => import("./furniture"))
      .then((read) => startTransition(() => setFurniture(read)));
  }, []);
  useEffect(() => {
    if (furniture) performance.mark("whole");
  }, [furniture]);
  return furniture;
}
