import { useState } from "react";
import { day } from "../../base/units";
import type { Procedure, ProcedureActView } from "../../ipc/generated/bindings";
import { useAsOfDay } from "../../model/clocks";
import { spanOn } from "../../model/standing";
import { sayDay } from "../days";
import { EventLink } from "../event_link";
import { say, sayOr } from "../say";
import { sayStandingWhole } from "../standing_words";
import { useSettled } from "../use_settled";
import { nameOf } from "./act_words";

const ROWS = 200;

/** The same as the drawing says, to be read: what stood, and every act. */
export function ProcedureTable({ procedure }: { readonly procedure: Procedure }) {
  return (
    <div className="procedure-tables">
      <StandingTable procedure={procedure} />
      <ActTable procedure={procedure} />
    </div>
  );
}

function Heads({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {say(`procedure-column-${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function StandingTable({ procedure }: { readonly procedure: Procedure }) {
  const on = useSettled(useAsOfDay());
  const [shown, setShown] = useState(ROWS);
  if (on === null) return null;
  return (
    <>
      <table className="procedure-table">
        <caption>{say("procedure-twin", { day: sayDay(on) })}</caption>
        <Heads columns={["instrument", "standing", "since"]} />
        <tbody>
          {procedure.lives.slice(0, shown).map((life) => {
            const span = spanOn(life, on);
            return (
              <tr key={life.key}>
                <th scope="row">
                  <EventLink event={life.key}>{nameOf(procedure, life.key)}</EventLink>
                </th>
                <td>{span && sayStandingWhole(span)}</td>
                <td>{span && span.from !== null ? sayDay(day(span.from)) : ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <More all={procedure.lives.length} shown={shown} onMore={setShown} />
    </>
  );
}

const ACT_COLUMNS = ["from", "act", "to", "part", "effective", "by", "sources"];

function ActTable({ procedure }: { readonly procedure: Procedure }) {
  const [shown, setShown] = useState(ROWS);
  return (
    <>
      <table className="procedure-table">
        <caption>{say("procedure-acts")}</caption>
        <Heads columns={ACT_COLUMNS} />
        <tbody>
          {procedure.acts.slice(0, shown).map((act) => (
            <ActRow key={act.id} act={act} procedure={procedure} />
          ))}
        </tbody>
      </table>
      <More all={procedure.acts.length} shown={shown} onMore={setShown} />
    </>
  );
}

interface ActRowProps {
  readonly act: ProcedureActView;
  readonly procedure: Procedure;
}

function ActRow({ act, procedure }: ActRowProps) {
  return (
    <tr>
      <th scope="row">
        <EventLink event={act.from}>{nameOf(procedure, act.from)}</EventLink>
      </th>
      <td>{sayOr("arrow", act.relation)}</td>
      <td>
        <EventLink event={act.to}>{nameOf(procedure, act.to)}</EventLink>
      </td>
      <td>{act.part ?? ""}</td>
      <td>{act.effective_words}</td>
      <td>{act.by.join(", ")}</td>
      <td>{act.sources.join("; ")}</td>
    </tr>
  );
}

interface MoreProps {
  readonly all: number;
  readonly shown: number;
  readonly onMore: (shown: number) => void;
}

function More({ all, shown, onMore }: MoreProps) {
  if (shown >= all) return null;
  return (
    <button type="button" className="button small" onClick={() => onMore(shown + ROWS)}>
      {say("procedure-more-rows", { shown, all })}
    </button>
  );
}
