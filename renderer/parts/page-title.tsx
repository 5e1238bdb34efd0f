import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import "./page-title.css";

interface PageTitleProps {
  readonly title: string;
  /** State badge, number, who holds it: the line of small things under the title. */
  readonly below?: ReactNode;
  /** Buttons at the right; the primary action stands at the foot of the page, not here. */
  readonly actions?: ReactNode;
}

/** The head of a screen or of a detail pane. The title is the human label; ids stand below it. */
export function PageTitle({ title, below, actions }: PageTitleProps) {
  return (
    <header className="page-title">
      <div className="page-title-text">
        <Title order={1} size="h1" className="page-title-name">
          {title}
        </Title>
        {below ? <div className="page-title-below">{below}</div> : null}
      </div>
      {actions ? <div className="page-title-actions">{actions}</div> : null}
    </header>
  );
}
