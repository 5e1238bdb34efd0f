import { ActionIcon, Group, Progress, Tooltip } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Link } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { Allowed } from "../../parts/allowed";
import { FaultNotice } from "../../parts/fault-notice";
import { useRelativeWords } from "../../parts/relative-time";
import { StateBadge } from "../../parts/state-badge";
import { useConsole } from "../../stores/console-store";
import type { Backlog } from "../../stores/links";
import { phrase } from "../../text/phrase";
import "./activity.css";

/** Every panel with its link and what waits for it. */
export function LinkStrip() {
  const { t } = useTranslation();
  const links = useConsole((state) => state.links);
  if (links.length === 0) return <div className="link-strip quiet">{t("activity.noPanels")}</div>;
  return (
    <ul className="link-strip" aria-label={t("activity.panels")}>
      {links.map((link) => (
        <LinkLine key={link.moduleId} link={link} />
      ))}
    </ul>
  );
}

function LinkLine({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const probe = useCommand("link.probe");
  const hold = useCommand("module.hold");
  const release = useCommand("module.release-hold");
  const backlog = useConsole((state) => state.backlogs[link.moduleId]);
  const isHeld = link.heldBy !== null;
  const pause = t(isHeld ? "activity.release" : "activity.hold", { name: link.moduleName });
  const facts = [
    ...(link.heldBy === null ? [] : [t("activity.sendingHeld", { name: link.heldBy })]),
    t("activity.waiting", { count: link.waiting }),
    ...(link.needsAttention > 0 ? [t("activity.attention", { count: link.needsAttention })] : []),
    link.lastSuccessAt === null
      ? t("activity.neverAnswered")
      : t("activity.answered", { when: words(link.lastSuccessAt) }),
  ];
  const ask = t("activity.probe", { name: link.moduleName });
  return (
    <li className="link-line">
      <StateBadge of="link" state={link.state} />
      <div className="link-line-text">
        <strong>{link.moduleName}</strong>
        <div className="quiet">{facts.join(" · ")}</div>
        {backlog && backlog.sent > 0 ? <BacklogProgress backlog={backlog} panel={link.moduleName} /> : null}
        <FaultNotice fault={hold.fault ?? release.fault} />
        {link.reason === "" ? null : <div className="quiet">{phrase(link.reason)}</div>}
      </div>
      <Allowed to="module.hold">
        <Tooltip label={pause}>
          <ActionIcon
            aria-label={pause}
            loading={hold.isRunning || release.isRunning}
            onClick={() => void (isHeld ? release : hold).run({ id: link.moduleId })}
          >
            {isHeld ? <IconPlayerPlay size="1.1em" aria-hidden /> : <IconPlayerPause size="1.1em" aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </Allowed>
      <Allowed to="link.probe">
        <Tooltip label={ask}>
          <ActionIcon aria-label={ask} loading={probe.isRunning} onClick={() => void probe.run({ id: link.moduleId })}>
            <IconRefresh size="1.1em" aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Allowed>
    </li>
  );
}

function BacklogProgress({ backlog, panel }: { readonly backlog: Backlog; readonly panel: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress flex={1} maw={200} value={(100 * backlog.sent) / backlog.total} aria-label={panel} />
      <span>{t("parts.progress", { ...backlog })}</span>
    </Group>
  );
}
