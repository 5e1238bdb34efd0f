import { Button, Checkbox, Group, NumberInput, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Elevation, RackFace } from "../../../main/contract/shapes/rack";
import { useCommand } from "../../hooks/use-command";
import { DayField } from "../../parts/day-field";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDialog } from "../../parts/form-dialog";
import { bothFaces, findObstacle, reservationKey } from "./rack-layout";
import { useRackWords } from "./use-rack-words";

interface ReserveDialogProps {
  readonly rack: Elevation;
  readonly isOpen: boolean;
  /** The units that it begins with. */
  readonly start: { readonly bottom: number; readonly height: number; readonly faces: readonly RackFace[] };
  readonly onClose: () => void;
  /** The key of the new block. */
  readonly onReserved: (key: string) => void;
}

/** Keeps units free for a purpose, or marks them as the site's own. */
export function ReserveDialog(props: ReserveDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      opened={props.isOpen}
      onClose={props.onClose}
      title={t("racks.reserveTitle", { rack: props.rack.name })}
    >
      {/* Mounted anew each time it opens, so that it begins with the units that are looked at. */}
      {props.isOpen ? <ReserveForm {...props} /> : null}
    </FormDialog>
  );
}

const fields = ["reason", "until", "units.bottom", "units.height", "faces"] as const;

function ReserveForm({ rack, start, onClose, onReserved }: ReserveDialogProps) {
  const { t } = useTranslation();
  const words = useRackWords();
  const reserve = useCommand("rack.reserve");
  const [kind, setKind] = useState<"reserved" | "service-unit">("reserved");
  const [bottom, setBottom] = useState<number | string>(start.bottom);
  const [height, setHeight] = useState<number | string>(start.height);
  const [faces, setFaces] = useState<readonly RackFace[]>(start.faces);
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const [wasSent, setWasSent] = useState(false);
  const { moduleId, rackId, size } = rack;
  const units = { bottom: Number(bottom), height: Number(height) };
  const areUnits = units.bottom >= 1 && units.height >= 1;
  const obstacle = areUnits ? findObstacle(rack, units, faces, null) : null;
  const issues = issuesByField(reserve.fault);
  const isReasonMissing = reason.trim() === "";
  const areFacesMissing = faces.length === 0;

  const submit = async (): Promise<void> => {
    setWasSent(true);
    if (!areUnits || obstacle !== null || isReasonMissing || areFacesMissing) return;
    const result = await reserve.run({
      moduleId,
      rackId,
      units,
      faces: [...faces],
      kind,
      reason,
      until: kind === "service-unit" || until === "" ? null : until,
    });
    if (!result.ok) return;
    onClose();
    onReserved(reservationKey(result.value.id));
  };

  return (
    <DialogForm onSubmit={submit}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("racks.purpose")}
        data={[
          { value: "reserved", label: t("racks.purposeReserved") },
          { value: "service-unit", label: t("racks.purposeService") },
        ]}
        value={kind}
        onChange={setKind}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={t("racks.lowestUnit")}
          min={1}
          max={size}
          allowDecimal={false}
          value={bottom}
          error={
            areUnits
              ? obstacle === null
                ? (issues["units.bottom"] ?? null)
                : words.obstacle(obstacle, rack)
              : t("racks.unitsMissing")
          }
          onChange={setBottom}
        />
        <NumberInput
          label={t("racks.howMany")}
          min={1}
          max={size}
          allowDecimal={false}
          value={height}
          error={issues["units.height"] ?? null}
          onChange={setHeight}
        />
      </Group>
      <Checkbox.Group
        label={t("racks.facesLabel")}
        value={[...faces]}
        error={areFacesMissing ? t("racks.facesMissing") : null}
        onChange={(chosen) => {
          setFaces(bothFaces.filter((face) => chosen.includes(face)));
        }}
      >
        <Group gap="lg" mt={4}>
          {bothFaces.map((face) => (
            <Checkbox key={face} value={face} label={t(`racks.face.${face}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        data-autofocus
        withAsterisk
        label={t("racks.reason")}
        placeholder={t(kind === "reserved" ? "racks.reasonHint" : "racks.serviceHint")}
        maxLength={200}
        value={reason}
        error={wasSent && isReasonMissing ? t("racks.reasonMissing") : (issues["reason"] ?? null)}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      {kind === "reserved" ? (
        <DayField
          label={t("racks.untilLabel")}
          description={t("racks.untilHint")}
          value={until}
          error={issues["until"] ?? null}
          onChange={setUntil}
        />
      ) : (
        <Text c="dimmed">{t("racks.serviceExplanation")}</Text>
      )}
      {isCoveredByFields(reserve.fault, fields) ? null : <FaultNotice fault={reserve.fault} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={reserve.isRunning}>
          {t(kind === "reserved" ? "racks.reserveSubmit" : "racks.serviceSubmit")}
        </Button>
      </Group>
    </DialogForm>
  );
}
