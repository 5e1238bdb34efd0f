import { Title } from "@mantine/core";
import { useId, type ReactNode } from "react";
import "./section.css";

interface SectionProps {
  readonly title: string;
  /** A small action or fact at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a detail pane or a form. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Title order={2} size="h2" id={id}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  );
}
