import type { Choice, EventPart, SharedKind } from "../generated/bindings";
import type { CaseEvent } from "./casebook";

const idOf = (choice: Choice): string => ("id" in choice ? choice.id : choice.name);

function take<T>(list: T[], is: (one: T) => boolean): number | null {
  const place = list.findIndex(is);
  if (place < 0) return null;
  list.splice(place, 1);
  return place;
}

function insert<T>(list: T[], place: number | null, one: T): boolean {
  if (list.some((known) => JSON.stringify(known) === JSON.stringify(one))) return false;
  list.splice(place ?? list.length, 0, one);
  return true;
}

export function takeOut(event: CaseEvent, part: EventPart): number | null {
  switch (part.part) {
    case "person": {
      const id = idOf(part.actor);
      const bench = part.judge ? take(event.judges, (one) => one === id) : null;
      if (!part.role) return bench;
      return take(event.actors, (one) => one.id === id && one.role === part.role);
    }
    case "principle":
      return take(event.principles, (one) => one === idOf(part.principle));
    case "place":
      return take(event.places, (one) => one === idOf(part.place));
    case "source":
      return take(
        event.sources,
        (one) => one.source === idOf(part.source) && one.supports === part.supports,
      );
    default:
      return null;
  }
}

export function putIn(event: CaseEvent, part: EventPart, place: number | null): boolean {
  switch (part.part) {
    case "person": {
      const id = idOf(part.actor);
      const sits = part.judge && insert(event.judges, null, id);
      const plays =
        part.role.trim() && insert(event.actors, place, { id, role: part.role.trim() });
      return sits || plays === true;
    }
    case "principle":
      return insert(event.principles, place, idOf(part.principle));
    case "place":
      return insert(event.places, place, idOf(part.place));
    case "source":
      return insert(event.sources, place, {
        source: idOf(part.source),
        supports: part.supports,
      });
    default:
      return false;
  }
}

export function without(event: CaseEvent, kind: SharedKind, id: string): CaseEvent {
  return {
    ...event,
    judges: kind === "actor" ? event.judges.filter((one) => one !== id) : event.judges,
    actors: kind === "actor" ? event.actors.filter((one) => one.id !== id) : event.actors,
    places: kind === "place" ? event.places.filter((one) => one !== id) : event.places,
    principles:
      kind === "principle" ? event.principles.filter((one) => one !== id) : event.principles,
    sources:
      kind === "source" ? event.sources.filter((one) => one.source !== id) : event.sources,
  };
}

export function renamed(
  event: CaseEvent,
  kind: SharedKind,
  from: string,
  to: string,
): CaseEvent {
  const name = (own: SharedKind, id: string): string => (own === kind && id === from ? to : id);
  return {
    ...event,
    judges: event.judges.map((id) => name("actor", id)),
    actors: event.actors.map((one) => ({ ...one, id: name("actor", one.id) })),
    places: event.places.map((id) => name("place", id)),
    principles: event.principles.map((id) => name("principle", id)),
    sources: event.sources.map((one) => ({ ...one, source: name("source", one.source) })),
  };
}
