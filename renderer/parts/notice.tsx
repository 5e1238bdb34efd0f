import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import "./notice.css";

interface NoticeProps {
  readonly tone: "waiting" | "done";
  readonly title: string;
  readonly children?: ReactNode;
}

/** A few sentences that stand out from the page: something to heed, or something that went well. */
export function Notice({ tone, title, children }: NoticeProps) {
  const Icon = tone === "done" ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className="notice" data-tone={tone} role={tone === "done" ? "status" : "note"}>
      <Icon size="1.3em" aria-hidden />
      <div className="notice-title">{title}</div>
      {children ? <div className="notice-body">{children}</div> : null}
    </div>
  );
}
