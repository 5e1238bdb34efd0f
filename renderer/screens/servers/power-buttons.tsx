import { Button, Group } from "@mantine/core";
import { IconPower, IconReload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { FaultNotice } from "../../parts/fault-notice";
import type { ServerTarget } from "./server-target";

type Harsh = "off" | "reset";

/** On at once; off and reset only after saying what stops. */
export function PowerButtons({ target }: { readonly target: ServerTarget }) {
  const { t } = useTranslation();
  const { moduleId, serverId, facts } = target;
  const command = useCommand("server.set-power");
  const [asked, setAsked] = useState<Harsh | null>(null);
  const name = facts.name;
  const send = async (power: "on" | Harsh): Promise<void> => {
    const result = await command.run({ moduleId, serverId, power });
    if (result.ok) setAsked(null);
  };
  const harshButton = (power: Harsh, label: string, isOffered: boolean) => (
    <Button
      variant="default"
      disabled={!isOffered}
      leftSection={power === "off" ? <IconPower size="1.1em" aria-hidden /> : <IconReload size="1.1em" aria-hidden />}
      onClick={() => {
        setAsked(power);
      }}
    >
      {label}
    </Button>
  );
  return (
    <>
      <Group gap="xs">
        {facts.power === "on" ? null : (
          <Button
            variant="default"
            loading={command.isRunning && asked === null}
            leftSection={<IconPower size="1.1em" aria-hidden />}
            onClick={() => void send("on")}
          >
            {t("servers.powerOn")}
          </Button>
        )}
        {facts.power === "off" ? null : harshButton("off", t("servers.powerOff"), true)}
        {harshButton("reset", t("servers.reset"), facts.power !== "off")}
      </Group>
      {asked === null ? <FaultNotice fault={command.fault} /> : null}
      <ConfirmDialog
        isOpen={asked !== null}
        title={asked === "reset" ? t("servers.resetTitle", { name }) : t("servers.powerOffTitle", { name })}
        consequences={[asked === "reset" ? t("servers.resetText", { name }) : t("servers.powerOffText", { name })]}
        confirmLabel={asked === "reset" ? t("servers.reset") : t("servers.powerOff")}
        isDangerous
        isRunning={command.isRunning}
        fault={command.fault}
        onConfirm={() => void send(asked ?? "off")}
        onCancel={() => {
          command.clearFault();
          setAsked(null);
        }}
      />
    </>
  );
}
