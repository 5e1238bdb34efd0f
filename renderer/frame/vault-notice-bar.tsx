import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../stores/console-store";
import { phrase } from "../text/phrase";
import "./store-notice-bar.css";
import { VaultDialog } from "./vault-dialog";

/** Says on every screen that the stored passwords are closed, until somebody opens them. */
export function VaultNoticeBar() {
  const { t } = useTranslation();
  const reason = useConsole(({ description }) =>
    description?.vault.isOpen === false ? phrase(description.vault.reason) : null,
  );
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      {reason === null ? null : (
        <aside className="store-notice" data-tone="waiting" aria-label={t("secrets.vault.closed")}>
          <IconLock size="1.3em" aria-hidden />
          <div className="store-notice-text">
            <strong>{t("secrets.vault.closed")}</strong> {t("secrets.vault.closedText", { reason })}
          </div>
          <Button
            variant="default"
            onClick={() => {
              setIsAsked(true);
            }}
          >
            {t("secrets.vault.open")}
          </Button>
        </aside>
      )}
      <VaultDialog
        isOpen={isAsked}
        onEnd={() => {
          setIsAsked(false);
        }}
      />
    </>
  );
}
