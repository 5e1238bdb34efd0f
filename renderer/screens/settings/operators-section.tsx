import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Operator } from "../../../main/contract/shapes/operator";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { FactTable } from "../../parts/fact-table";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { PaneSection } from "../../parts/pane-section";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { useConsole } from "../../stores/console-store";
import { NewOperatorDialog } from "./new-operator-dialog";
import { OperatorDialog } from "./operator-dialog";
import { OperatorTable } from "./operator-table";
import { OwnSecretDialog } from "./own-secret-dialog";

/** Who works here and may do what, and one's own PIN or passphrase. */
export function OperatorsSection() {
  const { t } = useTranslation();
  const operators = useQuery("operator.list", {});
  const switching = useCommand("operator.save");
  const mayAdd = useRight("operator.add");
  const [isAdding, setIsAdding] = useState(false);
  const [edited, setEdited] = useState<Operator | null>(null);
  const switchActive = ({ id, revision, role, isActive }: Operator): void => {
    void switching.run({ id, revision, role, isActive: !isActive });
  };
  return (
    <div className="settings-wide">
      <Text c="dimmed">{t("settings.operators.hint")}</Text>
      {mayAdd ? null : <ReadOnlyNote />}
      <FaultNotice fault={operators.fault} onRetry={operators.reload} />
      <FaultNotice fault={switching.fault} />
      {operators.value ? (
        <OperatorTable operators={operators.value} onEdit={setEdited} onSwitch={switchActive} />
      ) : (
        <LoadingRows count={3} />
      )}
      {mayAdd ? (
        <Group>
          <Button
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              setIsAdding(true);
            }}
          >
            {t("settings.operators.add")}
          </Button>
        </Group>
      ) : null}
      <OwnSecret operators={operators.value ?? []} />
      <NewOperatorDialog
        isOpen={isAdding}
        onEnd={() => {
          setIsAdding(false);
        }}
      />
      <OperatorDialog
        operator={edited}
        onEnd={() => {
          setEdited(null);
        }}
      />
    </div>
  );
}

function OwnSecret({ operators }: { readonly operators: readonly Operator[] }) {
  const { t } = useTranslation();
  const name = useConsole((state) => state.description?.operator ?? "");
  const own = operators.find((operator) => operator.name === name);
  const [isChanging, setIsChanging] = useState(false);
  if (!own) return null;
  return (
    <PaneSection title={t("settings.operators.own")}>
      <FactTable
        facts={[
          { label: t("settings.operators.signedInAs"), value: `${own.name} · ${t(`gate.role.${own.role}`)}` },
          { label: t("settings.operators.signInKind"), value: t(`gate.${own.signInKind}`) },
        ]}
      />
      <Group>
        <Button
          variant="default"
          onClick={() => {
            setIsChanging(true);
          }}
        >
          {t(`settings.operators.changeOwn.${own.signInKind}`)}
        </Button>
      </Group>
      <OwnSecretDialog
        operator={isChanging ? own : null}
        onEnd={() => {
          setIsChanging(false);
        }}
      />
    </PaneSection>
  );
}
