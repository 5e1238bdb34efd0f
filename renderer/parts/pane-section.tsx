import { Title } from "@mantine/core";
import { useId, type ReactNode } from "react";
import "./pane-section.css";

interface PaneSectionProps {
  readonly title: string;
  /** A small action or fact at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a detail pane or a form. */
export function PaneSection({ title, aside, children }: PaneSectionProps) {
  const id = useId();
  return (
    <section className="pane-section" aria-labelledby={id}>
      <div className="pane-section-head">
        <Title order={2} id={id} className="pane-section-title">
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  );
}
