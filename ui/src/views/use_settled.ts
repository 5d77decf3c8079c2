import { useEffect, useState } from "react";

const PAUSE_MS = 120;

/** A value once it has stood still, so that what is dragged asks the program only once. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const pause = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [value]);
  return settled;
}
