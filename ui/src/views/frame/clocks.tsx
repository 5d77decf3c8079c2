import "./clocks.css";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, DialogTrigger, Popover } from "react-aria-components";
import { type Clock, setClock, typeClock, useClocks } from "../../model/clocks";
import { DateField } from "../date_field";
import { sayDay } from "../days";
import { say, sayWords } from "../say";
import { useSettled } from "../use_settled";

/** The day that is asked about, and the day up to which things were known. */
export function ClockButtons() {
  return (
    <>
      <ClockButton clock="asOf" name="as-of" />
      <ClockButton clock="asKnown" name="as-known" />
    </>
  );
}

/** Whoever opens a clock is about to type. */
function AtOnce({ children }: { readonly children: ReactNode }) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  return (
    <div className="clock-form" ref={form}>
      {children}
    </div>
  );
}

interface ClockButtonProps {
  readonly clock: Clock;
  readonly name: "as-of" | "as-known";
}

function ClockButton({ clock, name }: ClockButtonProps) {
  const chosen = useClocks((clocks) => clocks[clock]);
  const label = say(`clock-${name}`);
  // While a day is dragged, it is read where it is dragged; this need not be painted too.
  const settled = useSettled(chosen);
  const words = settled === null ? say(`clock-${name}-unset`) : sayDay(settled);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button clock-button" data-chosen={chosen !== null || undefined}>
        <span className="clock-name">{label}</span> <strong>{words}</strong>
      </Button>
      {/* The popover is the dialog: with another one in it, its ends would stand outside. */}
      <Popover className="popover" placement="bottom end" aria-label={label}>
        <div className="clock">
          <AtOnce>
            <p className="quiet">{say(`clock-${name}-hint`)}</p>
            <DateField
              label={label}
              applied={chosen === null ? "" : sayDay(chosen)}
              onApply={async (text) => {
                const refused = await typeClock(clock, text);
                if (refused === null) close();
                return refused && { code: "bad-date", message: sayWords(refused), hint: null };
              }}
            />
            {chosen !== null && (
              <Button
                className="button small"
                onPress={() => {
                  setClock(clock, null);
                  close();
                }}
              >
                {say("clock-clear")}
              </Button>
            )}
          </AtOnce>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
