import { useEffect, useState } from "react";

const PAUSE_MS = 120;

/**
 * A value once it has stood still: what is dragged asks the program only once, and only
 * what is dragged itself is painted at every step. Where it comes to mean something else,
 * which `meaning` tells, it is taken at once.
 */
export function useSettled<Value>(value: Value, meaning?: unknown): Value {
  const [settled, setSettled] = useState({ value, meaning });
  const isOther = settled.meaning !== meaning;
  if (isOther) setSettled({ value, meaning });
  useEffect(() => {
    const pause = setTimeout(() => setSettled({ value, meaning }), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [value, meaning]);
  return isOther ? value : settled.value;
}
