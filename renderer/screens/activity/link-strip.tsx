import { ActionIcon, Tooltip } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Link } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { useRelativeWords } from "../../parts/relative-time";
import { StateBadge } from "../../parts/state-badge";
import { useConsole } from "../../stores/console-store";
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
  const facts = [
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
        {link.reason === "" ? null : <div className="quiet">{link.reason}</div>}
      </div>
      <Tooltip label={ask}>
        <ActionIcon aria-label={ask} loading={probe.isRunning} onClick={() => void probe.run({ id: link.moduleId })}>
          <IconRefresh size="1.1em" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
