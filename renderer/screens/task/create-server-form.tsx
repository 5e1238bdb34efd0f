import { Button, Group, Select, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useState, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import type { UnitRun } from "../../../main/contract/shapes/rack";
import type { TaskDetail } from "../../../main/contract/shapes/task";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { UnitPicker } from "./unit-picker";
import { useCardForm } from "./use-card-form";

interface CreateServerFormProps {
  readonly detail: TaskDetail;
  readonly onDone: () => void;
}

interface Values {
  readonly name: string;
  readonly rackId: number | null;
  readonly units: readonly number[];
  readonly mac: string;
  readonly serial: string;
  readonly notes: string;
}

const fieldNames = ["name", "rackId", "units", "mac", "serial", "notes"] as const;
type TextFieldName = "name" | "mac" | "serial" | "notes";

/** Name, rack and units of a server that the panel does not know yet; begins with the place that is planned for it. */
export function CreateServerForm({ detail, onDone }: CreateServerFormProps) {
  const { t } = useTranslation();
  const { task, service, plan } = detail;
  const card = useCardForm(detail).fields;
  const configuration = useQuery("module.configuration", { id: task.moduleId });
  const modules = useQuery("module.list", {});
  const creating = useCommand("server.create");
  const racks = configuration.value?.configuration.racks ?? [];
  const locationId = modules.value?.find((module) => module.id === task.moduleId)?.locationId ?? null;
  const here = racks.filter((rack) => locationId === null || rack.locationId === locationId);
  const [values, setValues] = useState<Values>({
    name: card.label.trim(),
    rackId: plan?.rackId ?? null,
    units: plan ? unitsOf(plan.units) : [],
    mac: "",
    serial: "",
    notes: "",
  });
  const typedRack = here.find((rack) => rack.name.toLocaleLowerCase() === card.rack.trim().toLocaleLowerCase());
  const rack = here.find((one) => one.rackId === values.rackId) ?? typedRack;
  const issues = issuesByField(creating.fault, "server");

  const submit = async (): Promise<void> => {
    if (!rack) return;
    const server = {
      ...values,
      units: [...values.units],
      rackId: rack.rackId,
      locationId: rack.locationId ?? locationId ?? configuration.value?.configuration.locations[0]?.locationId ?? 0,
    };
    const result = await creating.run({ taskId: task.id, server });
    if (result.ok) onDone();
  };
  const bind = (field: TextFieldName) => ({
    label: t(`task.create.${field}`),
    value: values[field],
    error: issues[field] ?? null,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setValues({ ...values, [field]: event.currentTarget.value });
    },
  });

  return (
    <DialogForm onSubmit={submit}>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <TextInput {...bind("name")} withAsterisk data-autofocus />
        <Select
          label={t("task.create.rack")}
          withAsterisk
          searchable
          limit={50}
          nothingFoundMessage={t("servers.connectionDialog.nothingFound")}
          value={rack ? String(rack.rackId) : null}
          error={issues["rackId"] ?? null}
          data={here.map((one) => ({ value: String(one.rackId), label: one.name }))}
          onChange={(value) => {
            setValues({ ...values, rackId: value === null ? null : Number(value), units: [] });
          }}
        />
      </SimpleGrid>
      <UnitPicker
        moduleId={task.moduleId}
        rackId={rack?.rackId ?? null}
        serviceId={task.serviceId}
        ordered={service.amounts["unit"] ?? 0}
        chosen={values.units}
        issue={issues["units"] ?? null}
        onChange={(units) => {
          setValues({ ...values, units });
        }}
      />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <TextInput {...bind("mac")} className="mono-input" placeholder="0c:c4:7a:00:11:22" />
        <TextInput {...bind("serial")} className="mono-input" />
      </SimpleGrid>
      <Textarea {...bind("notes")} rows={2} />
      {isCoveredByFields(creating.fault, fieldNames, "server") ? null : <FaultNotice fault={creating.fault} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t("parts.cancel")}
        </Button>
        <Button
          type="submit"
          loading={creating.isRunning}
          disabled={!rack || values.units.length === 0 || values.name.trim() === ""}
        >
          {t("task.create.submit")}
        </Button>
      </Group>
    </DialogForm>
  );
}

function unitsOf({ bottom, height }: UnitRun): number[] {
  return Array.from({ length: height }, (_, above) => bottom + above);
}
