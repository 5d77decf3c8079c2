import { type Day, day } from "../../base/units";
import { spanOn } from "../../model/standing";
import { sayDay } from "../days";
import { say, sayOr } from "../say";
import { sayStandingWhole } from "../standing_words";
import type { Matter } from "./use_procedure";

/** The drawing as a table, for those who cannot see it. */
export function StandingTwin({ matter, on }: { readonly matter: Matter; readonly on: Day }) {
  const names = new Map(matter.events.map(({ key, title }) => [key, title]));
  const dates = new Map(matter.events.map(({ key, at }) => [key, at]));
  return (
    <table className="visually-hidden">
      <caption>{say("procedure-twin", { day: sayDay(on) })}</caption>
      <thead>
        <tr>
          {["instrument", "standing", "since", "by"].map((column) => (
            <th key={column} scope="col">
              {say(`procedure-column-${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matter.lives.map((life) => {
          const span = spanOn(life, on);
          const acts = matter.acts.filter(
            ({ from, to }) => to === life.key && (dates.get(from) ?? on) <= on,
          );
          return (
            <tr key={life.key}>
              <th scope="row">{names.get(life.key) ?? life.title}</th>
              <td>{span && sayStandingWhole(span)}</td>
              <td>{span?.from !== null && span ? sayDay(day(span.from)) : ""}</td>
              <td>
                {acts
                  .map(({ from, relation }) =>
                    say("procedure-by", {
                      act: sayOr("acted", relation),
                      title: names.get(from) ?? "",
                    }),
                  )
                  .join("; ")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
