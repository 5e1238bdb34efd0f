import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { FactTable } from "../../parts/fact-table";
import { FaultNotice } from "../../parts/fault-notice";
import { useConsole } from "../../stores/console-store";

/** Who works at this console, and who did before. */
export function OperatorSection() {
  const { t } = useTranslation();
  const operator = useConsole((state) => state.description?.operator ?? "");
  const showOperatorDialog = useConsole((state) => state.showOperatorDialog);
  const known = useQuery("operator.list", {});
  const others = (known.value ?? []).filter((name) => name !== operator);
  return (
    <div className="settings-narrow">
      <Text c="dimmed">{t("settings.operator.hint")}</Text>
      <FaultNotice fault={known.fault} onRetry={known.reload} />
      <FactTable
        facts={[
          { label: t("settings.operator.current"), value: operator, missing: t("settings.operator.nobody") },
          {
            label: t("settings.operator.known"),
            value: others.join(", "),
            missing: t("settings.operator.knownNone"),
          },
        ]}
      />
      <Group>
        <Button
          onClick={() => {
            showOperatorDialog(true);
          }}
        >
          {t("settings.operator.change")}
        </Button>
      </Group>
    </div>
  );
}
