import { Button, Group, Text } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { Notice } from "../../parts/notice";
import { offerFile } from "../../parts/offer-file";

/** A file for whoever helps: how this console fares, without secrets and without customers. */
export function SupportBundle() {
  const { t } = useTranslation();
  const bundle = useCommand("support.bundle");
  const [made, setMade] = useState("");
  const make = async (): Promise<void> => {
    setMade("");
    const result = await bundle.run({});
    if (!result.ok) return;
    offerFile(result.value.name, "text/plain", [result.value.text]);
    setMade(result.value.name);
  };
  return (
    <>
      <Text c="dimmed">{t("settings.support.hint")}</Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileExport size="1.1em" aria-hidden />}
          loading={bundle.isRunning}
          onClick={() => void make()}
        >
          {t("settings.support.make")}
        </Button>
      </Group>
      <FaultNotice fault={bundle.fault} />
      {made === "" ? null : <Notice tone="done" title={t("settings.support.made", { name: made })} />}
    </>
  );
}
