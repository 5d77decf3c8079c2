import "./procedure.css";
import { useEffect, useState } from "react";
import { clamp } from "../../base/geometry";
import type { Procedure } from "../../ipc/generated/bindings";
import { useAsOfDay } from "../../model/clocks";
import { previewImport } from "../../model/exchange";
import { startProcedure, useProcedure } from "../../model/procedure";
import { useSelection } from "../../model/selection";
import { BARS_HEIGHTS, useSettings } from "../../model/settings";
import { lastChanged } from "../../model/standing";
import { Empty } from "../empty";
import { say } from "../say";
import { nameOf } from "./act_words";
import { Answer } from "./answer";
import { Axis } from "./axis";
import { Bars } from "./bars";
import { DayLine } from "./day_line";
import { HeightSplitter } from "./height_splitter";
import { Plan } from "./plan";
import { ProcedureTable } from "./procedure_table";
import { StandingLegend } from "./standing_legend";
import { Toolbar } from "./toolbar";

export function ProcedureView() {
  const procedure = useProcedure((state) => state.procedure);
  const [isTable, setIsTable] = useState(false);
  useEffect(startProcedure, []);
  if (procedure && procedure.scope === null) {
    return (
      <Empty
        title={say("procedure-empty-title")}
        text={say("procedure-empty-text")}
        action={{ label: say("timeline-empty-action"), run: () => void previewImport() }}
      />
    );
  }
  return (
    <div className="procedure">
      {procedure && <Toolbar procedure={procedure} isTable={isTable} onTable={setIsTable} />}
      {isTable && procedure ? (
        <ProcedureTable procedure={procedure} />
      ) : (
        <Drawing procedure={procedure} />
      )}
      {procedure && <SelectedAnswer procedure={procedure} />}
    </div>
  );
}

/** The plan is measured before it can be asked for, so it is there from the start. */
function Drawing({ procedure }: { readonly procedure: Procedure | null }) {
  const height = useSettings(({ bars }) => bars);
  // In a low window the plan needs the room more, unless the reader has chosen otherwise.
  const shown = height === BARS_HEIGHTS.usual ? `min(${height}rem, 28%)` : `${height}rem`;
  return (
    <div className="procedure-drawing">
      <Axis />
      <Plan />
      <HeightSplitter
        label={say("procedure-resize-bars")}
        value={height}
        {...BARS_HEIGHTS}
        onChange={(bars) =>
          useSettings.setState({ bars: clamp(bars, BARS_HEIGHTS.least, BARS_HEIGHTS.most) })
        }
      />
      <section className="procedure-lives" style={{ height: shown }}>
        <div className="procedure-lives-head">
          <h2 className="procedure-heading">{say("procedure-lives")}</h2>
          <StandingLegend />
        </div>
        {procedure && <Bars procedure={procedure} />}
      </section>
      <DayLine />
    </div>
  );
}

function SelectedAnswer({ procedure }: { readonly procedure: Procedure }) {
  const on = useAsOfDay();
  const selected = useSelection(({ key }) => key);
  if (on === null) return null;
  const chosen = procedure.lives.find(({ key }) => key === selected);
  const life = chosen ?? lastChanged(procedure.lives, on);
  return <Answer life={life} name={life ? nameOf(procedure, life.key) : ""} now={on} />;
}
