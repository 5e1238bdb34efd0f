import { Button } from "@mantine/core";
import { IconCheck, IconCopy, IconEye, IconEyeOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useEffect, useState } from "react";
import { useCommand } from "../../hooks/use-command";
import { useRight } from "../../hooks/use-right";
import { FaultNotice } from "../../parts/fault-notice";
import { revealedMs, useRevealedPassword } from "./use-revealed-password";

/** The stored password, masked. Looking at it and copying it each leave a line in the journal. */
export function StoredPassword({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation();
  const mayReveal = useRight("card.reveal");
  const revealed = useRevealedPassword(taskId);
  if (!mayReveal) return <span className="quiet">{t("task.password.stored")}</span>;
  const isShown = revealed.text !== null;
  return (
    <div className="stored-password" role="group" aria-label={t("task.password.stored")}>
      <span className="stored-password-text mono">{revealed.text ?? t("task.password.mask")}</span>
      <Button
        variant="default"
        leftSection={isShown ? <IconEyeOff size="1.1em" aria-hidden /> : <IconEye size="1.1em" aria-hidden />}
        disabled={revealed.isRunning}
        onClick={() => {
          if (isShown) revealed.hide();
          else void revealed.show();
        }}
      >
        {t(isShown ? "task.password.hide" : "task.password.reveal")}
      </Button>
      <CopyPassword taskId={taskId} />
      {isShown ? (
        <span className="stored-password-note quiet">{t("task.password.hides", { seconds: revealedMs / 1_000 })}</span>
      ) : null}
      <FaultNotice fault={revealed.fault} />
    </div>
  );
}

/** Copies past the page: the program puts the password on the clipboard and takes it off again. */
function CopyPassword({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation();
  const copy = useCommand("card.copy-password");
  const [clearsAfterMs, setClearsAfterMs] = useState<number | null>(null);
  useEffect(() => {
    if (clearsAfterMs === null) return undefined;
    const timer = setTimeout(() => {
      setClearsAfterMs(null);
    }, clearsAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [clearsAfterMs]);
  const isCopied = clearsAfterMs !== null;
  return (
    <>
      <Button
        variant="default"
        leftSection={isCopied ? <IconCheck size="1.1em" aria-hidden /> : <IconCopy size="1.1em" aria-hidden />}
        disabled={copy.isRunning}
        onClick={() => {
          setClearsAfterMs(null);
          void copy.run({ taskId }).then((result) => {
            if (result.ok) setClearsAfterMs(result.value.clearsAfterMs);
          });
        }}
      >
        {t("task.password.copy")}
      </Button>
      {isCopied ? (
        <span className="stored-password-note quiet" role="status">
          {t("task.password.copied", { seconds: Math.round(clearsAfterMs / 1_000) })}
        </span>
      ) : null}
      <FaultNotice fault={copy.fault} />
    </>
  );
}
