import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../stores/console-store";
import type { Backlog } from "../stores/links";
import { AppearanceMenu } from "./appearance-menu";
import { LinkStatus } from "./link-status";
import { OperatorStatus } from "./operator-status";

/** The truth about every panel, what waits to be sent, and who works here. */
export function StatusBar() {
  const { t } = useTranslation();
  const links = useConsole((state) => state.links);
  return (
    <footer className="status-bar" aria-label={t("frame.statusBar")}>
      <div className="status-bar-links">
        {links.length === 0 ? <span className="status-bar-item">{t("frame.noPanels")}</span> : null}
        {links.map((link) => (
          <LinkStatus key={link.moduleId} link={link} />
        ))}
      </div>
      <span className="status-bar-gap" />
      <OutboxStatus />
      <OperatorStatus />
      <AppearanceMenu />
    </footer>
  );
}

function OutboxStatus() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const waiting = useConsole((state) => state.links.reduce((sum, link) => sum + link.waiting, 0));
  const attention = useConsole((state) => state.links.reduce((sum, link) => sum + link.needsAttention, 0));
  const backlogs = useConsole((state) => state.backlogs);
  const { sent, total } = sumOf(Object.values(backlogs));
  const openActivity = (): void => {
    open("activity");
  };
  return (
    <>
      <button type="button" className="status-bar-item" onClick={openActivity}>
        <IconClock size="1.15em" aria-hidden />
        {waiting === 0 ? t("frame.nothingWaiting") : t("frame.waiting", { count: waiting })}
        {sent === 0 ? null : <span>· {t("parts.progress", { sent, total })}</span>}
      </button>
      {attention === 0 ? null : (
        <button type="button" className="status-bar-item" data-tone="failed" onClick={openActivity}>
          <IconAlertTriangle size="1.15em" aria-hidden />
          {t("frame.attention", { count: attention })}
        </button>
      )}
    </>
  );
}

function sumOf(backlogs: readonly Backlog[]): Backlog {
  return backlogs.reduce((sum, one) => ({ sent: sum.sent + one.sent, total: sum.total + one.total }), {
    sent: 0,
    total: 0,
  });
}
