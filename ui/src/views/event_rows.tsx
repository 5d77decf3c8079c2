import { EventLink } from "./event_link";

interface EventRowsProps {
  readonly events: readonly {
    readonly key: number;
    readonly title: string;
    readonly earliest: string | null;
    readonly date_words: string;
    readonly colour: number;
  }[];
}

/** Events with their days, each with the way to it. */
export function EventRows({ events }: EventRowsProps) {
  return (
    <ul className="rows">
      {events.map(({ key, title, earliest, date_words, colour }) => (
        <li className="row" key={key} data-colour={colour}>
          <span className="swatch" aria-hidden />
          <span className="row-main">
            <EventLink event={key} earliest={earliest}>
              {title}
            </EventLink>
          </span>
          <span className="row-end">{date_words}</span>
        </li>
      ))}
    </ul>
  );
}
