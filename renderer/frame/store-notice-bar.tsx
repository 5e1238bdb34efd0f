import { Button, Group } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { StoreNotice } from "../../main/contract/shapes/store";
import { useCommand } from "../hooks/use-command";
import { useQuery } from "../hooks/use-query";
import { Allowed } from "../parts/allowed";
import { Copyable } from "../parts/copyable";
import { FaultNotice } from "../parts/fault-notice";
import { useConsole } from "../stores/console-store";
import { formatDateTime } from "../text/format";
import "./store-notice-bar.css";

const titles = {
  found: "frame.store.damageFound",
  gone: "frame.store.gone",
  damaged: "frame.store.damaged",
} as const;

/** Says on every screen that the database is damaged, or was damaged or gone at the start, until somebody dismisses it. */
export function StoreNoticeBar() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const notice = useQuery("store.report", {}).value?.notice ?? null;
  const dismissing = useCommand("store.dismiss-notice");
  if (!notice) return null;
  const title = t(titles[notice.kind === "damage-found" ? "found" : notice.setAside === null ? "gone" : "damaged"]);
  return (
    <aside
      className="store-notice"
      data-tone={notice.kind === "restored-from-backup" ? "waiting" : "failed"}
      aria-label={title}
    >
      <IconAlertTriangle size="1.3em" aria-hidden />
      <div className="store-notice-text">
        <div>
          <strong>{title}</strong> <Outcome notice={notice} />
        </div>
        {notice.setAside === null ? null : <SetAside file={notice.setAside} />}
        <FaultNotice fault={dismissing.fault} />
      </div>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          onClick={() => {
            open("settings", "backups");
          }}
        >
          {t("frame.store.openBackups")}
        </Button>
        <Allowed to="store.dismiss-notice">
          <Button variant="default" loading={dismissing.isRunning} onClick={() => void dismissing.run({})}>
            {t("frame.store.dismiss")}
          </Button>
        </Allowed>
      </Group>
    </aside>
  );
}

/** What the profile holds now, and what is missing in it. */
function Outcome({ notice: { kind, backupAt, setAside } }: { readonly notice: StoreNotice }) {
  const { t } = useTranslation();
  if (kind === "damage-found") return t("frame.store.restartRestores");
  if (backupAt !== null) return t("frame.store.restored", { when: formatDateTime(backupAt) });
  return t(setAside === null ? "frame.store.empty" : "frame.store.emptyButKept");
}

function SetAside({ file }: { readonly file: string }) {
  const { t } = useTranslation();
  const folder = useConsole((state) => state.description?.profileDirectory ?? "");
  return (
    <dl className="store-notice-places">
      <dt>{t("frame.store.setAside")}</dt>
      <dd>
        <Copyable text={file} />
      </dd>
      <dt>{t("frame.store.folder")}</dt>
      <dd>
        <Copyable text={folder} />
      </dd>
    </dl>
  );
}
