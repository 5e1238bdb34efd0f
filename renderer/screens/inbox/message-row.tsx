import { IconAlertTriangle, IconCircleFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MessageRow } from "../../../main/contract/shapes/message";
import { RelativeTime } from "../../parts/relative-time";
import { phrase } from "../../text/phrase";
import "./inbox.css";

/** A message in the list: what could not be done and why, whose it is and how old. Unread stands out. */
export function MessageRowView({ message }: { readonly message: MessageRow }) {
  const { t } = useTranslation();
  const { taskNumber, serviceNumber } = message;
  const about = [
    ...(taskNumber === null ? [] : [t("inbox.task", { number: taskNumber })]),
    ...(serviceNumber === null ? [] : [t("inbox.service", { number: serviceNumber })]),
    message.departmentName,
  ];
  return (
    <div className="message-row" data-unread={!message.isRead || undefined}>
      <span className="message-mark">
        {message.isRead ? null : <IconCircleFilled size={9} role="img" aria-label={t("inbox.isUnread")} />}
      </span>
      <div className="message-text">
        <div className="message-line">
          <IconAlertTriangle className="message-failed" size="1.15em" role="img" aria-label={t("inbox.failed")} />
          <span className="message-subject one-line">{phrase(message.subject)}</span>
          <span className="message-aside">
            <RelativeTime at={message.at} />
          </span>
        </div>
        <div className="message-line">
          <span className="one-line">{phrase(message.reason)}</span>
          <span className="message-aside">{about.join(" · ")}</span>
        </div>
      </div>
    </div>
  );
}
