import { ActionIcon, Button, Progress, Tooltip } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Mirror } from "../../../main/contract/shapes/mirror";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { FaultNotice } from "../../parts/fault-notice";
import { useRelativeWords } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { formatNumber } from "../../text/format";
import { phrase } from "../../text/phrase";
import type { Panel } from "./panels";

/** The copies of these panels, one each. */
export function useCopies(panels: readonly Panel[]): readonly Mirror[] {
  const all = useQuery("mirror.list", {}).value ?? [];
  return panels.flatMap(({ moduleId }) => all.filter((mirror) => mirror.moduleId === moduleId));
}

/** Reads the servers of the shown panels again. */
export function RefreshButton({ copies }: { readonly copies: readonly Mirror[] }) {
  const { t } = useTranslation();
  const refresh = useCommand("mirror.refresh");
  const label = t(copies.length === 1 ? "servers.copies.refresh" : "servers.copies.refreshAll");
  return (
    <Allowed to="mirror.refresh">
      <Tooltip label={label}>
        <ActionIcon
          aria-label={label}
          variant="default"
          disabled={copies.every(({ running }) => running !== null)}
          onClick={() => {
            for (const { moduleId, running } of copies) if (running === null) void refresh.run({ id: moduleId });
          }}
        >
          <IconRefresh size="1.1em" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Allowed>
  );
}

/** What is to be said of the copies: which are being read, and which are not whole or not of today. */
export function CopyNotes({ copies, reason }: { readonly copies: readonly Mirror[]; readonly reason: string }) {
  const { t } = useTranslation();
  const running = copies.filter(({ running: progress }) => progress !== null);
  // The list tells of some of them by itself.
  const failed = copies.filter((copy) => copy.running === null && copy.reason !== "" && !reason.includes(copy.reason));
  if (running.length + failed.length === 0 && reason === "") return null;
  return (
    <div className="copy-notes">
      {running.map((copy) => (
        <ReadingLine key={copy.moduleId} copy={copy} />
      ))}
      {reason === "" ? null : <WarningLine>{phrase(reason)}</WarningLine>}
      {failed.map(({ moduleId, moduleName, reason: why }) => (
        <WarningLine key={moduleId}>
          {t("servers.copies.failed", { name: moduleName, reason: phrase(why) })}
        </WarningLine>
      ))}
    </div>
  );
}

function ReadingLine({ copy: { moduleId, moduleName, running } }: { readonly copy: Mirror }) {
  const { t } = useTranslation();
  const cancel = useCommand("mirror.cancel");
  const told = useConsole((state) => state.mirrorReadings[moduleId]);
  const { done, total } = told ?? running ?? { done: 0, total: 0 };
  const words = t("servers.copies.reading", {
    name: moduleName,
    done: formatNumber(done),
    total: formatNumber(total),
  });
  return (
    <div className="copy-reading" role="status">
      <span>{words}</span>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={words} />
      <Allowed to="mirror.cancel">
        <Button size="compact-xs" variant="default" onClick={() => void cancel.run({ id: moduleId })}>
          {t("lists.stop")}
        </Button>
      </Allowed>
      <FaultNotice fault={cancel.fault} />
    </div>
  );
}

/** How old the copies are, in words; nothing before the first reading. */
export function CopyAge({ copies }: { readonly copies: readonly Mirror[] }) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const ages = copies.flatMap(({ takenAt }) => (takenAt === null ? [] : [takenAt]));
  if (ages.length === 0) return null;
  return <> · {t("servers.copies.read", { when: words(Math.min(...ages)) })}</>;
}
