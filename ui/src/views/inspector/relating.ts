import { useEffect, useRef } from "react";
import { takeWish, useIsRelating } from "../../model/relating";
import { type Editing, NEW, useEditing } from "../edit/use_editing";

/** The editing of the relations of `event`, which begins when it is asked for. */
export function useRelating(event: number): Editing {
  const editing = useEditing(`relations ${event}`);
  const begin = useRef(editing.begin);
  begin.current = editing.begin;
  const isWished = useIsRelating(event);
  useEffect(() => {
    if (!isWished) return;
    takeWish();
    begin.current(NEW);
  }, [isWished]);
  return editing;
}
