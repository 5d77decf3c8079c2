import { useEffect, useState } from "react";
import { asOfDayNow, typeClock, useAsOfDay } from "../../model/clocks";
import type { Words } from "../../model/words";
import { sayDay } from "../days";
import { say, sayWords } from "../say";
import { useSettled } from "../use_settled";

/** The day, to be typed as people write it; taken over with Enter. */
export function DayField() {
  const on = useSettled(useAsOfDay());
  const applied = on === null ? "" : sayDay(on);
  const [text, setText] = useState<string | null>(null);
  const [refused, setRefused] = useState<Words | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is no longer the one that was typed
  useEffect(() => {
    setText(null);
    setRefused(null);
  }, [on]);
  const apply = async (): Promise<void> => {
    if (text === null) return;
    const words = await typeClock("asOf", text);
    setRefused(words);
    // Another day takes the place of what was typed once it has arrived here.
    if (words === null && asOfDayNow() === on) setText(null);
  };
  return (
    <div className="day-field">
      <label htmlFor="procedure-day-field">{say("procedure-day-field")}</label>
      <input
        id="procedure-day-field"
        className="field"
        value={text ?? applied}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={refused !== null}
        aria-describedby="procedure-day-error"
        onChange={(event) => {
          setText(event.target.value);
          setRefused(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => {
          if (refused === null) void apply();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void apply();
          if (event.key !== "Escape") return;
          setText(null);
          setRefused(null);
        }}
      />
      <p id="procedure-day-error" className="day-error" role="alert">
        {refused && sayWords(refused)}
      </p>
    </div>
  );
}
