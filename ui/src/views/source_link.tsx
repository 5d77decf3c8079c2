import type { ReactNode } from "react";
import { attempt } from "../model/program";

interface SourceLinkProps {
  readonly url: string;
  /** Where it leads, for a pointer that rests on it. */
  readonly label: string;
  readonly children: ReactNode;
}

const WEB = /^https?:\/\//i;

/** A link out of the casebook. The window stays; the program asks the reader's browser. */
export function SourceLink({ url, label, children }: SourceLinkProps) {
  // What is no address of the web is what somebody wrote there, and leads nowhere.
  if (!WEB.test(url)) return <span title={url}>{children}</span>;
  return (
    <a
      className="source-link"
      href={url}
      title={label}
      rel="noreferrer"
      draggable={false}
      onClick={(event) => {
        event.preventDefault();
        void attempt("open_source", { url });
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  );
}
