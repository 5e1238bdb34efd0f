import { Button, Group, Text } from "@mantine/core";
import { IconPlus, IconTerminal2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Token } from "../../../main/contract/shapes/operator";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { Allowed } from "../../parts/allowed";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { NewTokenDialog } from "./new-token-dialog";
import { TokenTable } from "./token-table";

/** The tokens with which scripts sign in, each for the calls that it names. */
export function ScriptsSection() {
  const { t } = useTranslation();
  const tokens = useQuery("token.list", {});
  const remove = useCommand("token.remove");
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<Token | null>(null);
  const endRemoving = (): void => {
    setLeaving(null);
    remove.clearFault();
  };
  return (
    <div className="settings-wide">
      <Text c="dimmed">{t("settings.scripts.hint")}</Text>
      <Allowed to="token.add" otherwise={<ReadOnlyNote />}>
        <Group>
          <Button
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              setIsAdding(true);
            }}
          >
            {t("settings.scripts.add")}
          </Button>
        </Group>
      </Allowed>
      <FaultNotice fault={tokens.fault} onRetry={tokens.reload} />
      {tokens.value === undefined && !tokens.fault ? <LoadingRows count={3} /> : null}
      {tokens.value?.length === 0 ? (
        <EmptyState
          icon={IconTerminal2}
          title={t("settings.scripts.emptyTitle")}
          hint={t("settings.scripts.emptyHint")}
        />
      ) : null}
      {tokens.value && tokens.value.length > 0 ? <TokenTable tokens={tokens.value} onRemove={setLeaving} /> : null}
      <NewTokenDialog
        isOpen={isAdding}
        onEnd={() => {
          setIsAdding(false);
        }}
      />
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t("settings.scripts.removeTitle", { name: leaving?.name ?? "" })}
        consequences={[t("settings.scripts.removeConsequence")]}
        confirmLabel={t("settings.scripts.removeConfirm")}
        isDangerous
        isRunning={remove.isRunning}
        fault={remove.fault}
        onCancel={endRemoving}
        onConfirm={() => {
          if (!leaving) return;
          void remove.run({ id: leaving.id }).then((result) => {
            if (result.ok) endRemoving();
          });
        }}
      />
    </div>
  );
}
