import { Button, Group, NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation } from "../../../main/contract/shapes/rack";
import { useCommand } from "../../hooks/use-command";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDialog } from "../../parts/form-dialog";

interface CapacityDialogProps {
  readonly rack: Elevation;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** How much power and bandwidth of a rack may be sold. */
export function CapacityDialog(props: CapacityDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      opened={props.isOpen}
      onClose={props.onClose}
      title={t("racks.capacityTitle", { rack: props.rack.name })}
    >
      {props.isOpen ? <CapacityForm {...props} /> : null}
    </FormDialog>
  );
}

function CapacityForm({ rack, onClose }: CapacityDialogProps) {
  const { t } = useTranslation();
  const save = useCommand("rack.set-capacity");
  const { moduleId, rackId, capacity } = rack;
  const [watts, setWatts] = useState<number | string>(capacity.powerWatts ?? "");
  const [megabits, setMegabits] = useState<number | string>(capacity.bandwidthMbit ?? "");
  const issues = issuesByField(save.fault, "capacity");
  const submit = async (): Promise<void> => {
    const wanted = { powerWatts: amountOf(watts), bandwidthMbit: amountOf(megabits) };
    const result = await save.run({ moduleId, rackId, capacity: wanted });
    if (result.ok) onClose();
  };
  return (
    <DialogForm onSubmit={submit}>
      <Text c="dimmed">{t("racks.capacityExplanation")}</Text>
      <NumberInput
        data-autofocus
        label={t("racks.capacityPower")}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={watts}
        error={issues["powerWatts"] ?? null}
        onChange={setWatts}
      />
      <NumberInput
        label={t("racks.capacityBandwidth")}
        min={1}
        max={10_000_000}
        allowDecimal={false}
        value={megabits}
        error={issues["bandwidthMbit"] ?? null}
        onChange={setMegabits}
      />
      {isCoveredByFields(save.fault, ["powerWatts", "bandwidthMbit"], "capacity") ? null : (
        <FaultNotice fault={save.fault} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={save.isRunning}>
          {t("racks.saveCapacity")}
        </Button>
      </Group>
    </DialogForm>
  );
}

/** Nothing typed: nobody says how much. */
function amountOf(typed: number | string): number | null {
  return typed === "" ? null : Number(typed);
}
