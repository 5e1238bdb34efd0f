import { Button, Group, Modal, Switch, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { useCommand } from "../../hooks/use-command";
import { useKeptForm } from "../../hooks/use-kept-form";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";
import { useSoldTariff } from "../../hooks/use-sold-tariff";
import { DialogForm } from "../../parts/dialog-form";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { useConsole } from "../../stores/console-store";
import { changeOf, emptyChange, type ChangeDraft } from "./change-draft";
import { ChangeFields } from "./change-fields";
import { ChangeReportView } from "./change-report";
import { useServiceName } from "./use-service-name";
import "./change-dialog.css";

interface ChangeDialogProps {
  readonly isOpen: boolean;
  readonly service: ServiceRow;
  readonly onEnd: () => void;
  readonly onSent: (receipt: CallOutput<"service.change">) => void;
}

const settleMs = 300;

/** Key of what stands in the form, so that others can fill it in beforehand. */
export function changeFormKey(serviceId: string): string {
  return `change ${serviceId}`;
}

/** Changes a running service: what is different and what it costs stand below while it is typed. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { t } = useTranslation();
  const name = useServiceName(props.service);
  return (
    <Modal opened={props.isOpen} onClose={props.onEnd} size="xl" title={t("services.change.title", { name })}>
      {props.isOpen ? <ChangeForm {...props} /> : null}
    </Modal>
  );
}

function ChangeForm({ service, onEnd, onSent }: ChangeDialogProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const form = useKeptForm<ChangeDraft>(changeFormKey(service.id), emptyChange);
  const draft = form.values;
  const sold = useSoldTariff(service.tariffId, service.tariffVersion);
  const tariffs = useQuery("tariff.list", {});
  const current = tariffs.value?.find((tariff) => tariff.id === service.tariffId);
  const content = draft.toCurrentTariff ? current : sold.content;
  const wanted = changeOf(service, draft);
  const [asked] = useDebouncedValue(wanted, settleMs);
  const check = useQuery("service.check-change", wanted === null ? null : asked);
  const report = useLastValue(check.value, service.id);
  const change = useCommand("service.change");
  const fault = change.fault ?? check.fault;
  const issues = issuesByField(fault);
  const fields = (content?.resources ?? []).flatMap(({ name }) => [`amounts.${name}`, `choices.${name}`]);
  const enter = (values: Partial<ChangeDraft>): void => {
    change.clearFault();
    form.change((before) => ({ ...before, ...values }));
  };
  const submit = async (): Promise<void> => {
    if (wanted === null || change.isRunning) return;
    const result = await change.run({ ...wanted, revision: service.revision, note: draft.note.trim() });
    if (!result.ok) return;
    form.forget();
    onEnd();
    onSent(result.value);
    if (report?.isByHand && result.value.taskId !== null) open("queue", result.value.taskId);
  };
  return (
    <DialogForm onSubmit={submit}>
      {service.isTariffOutdated ? (
        <Switch
          label={t("services.change.toCurrent", { version: sold.currentVersion ?? "" })}
          description={t("services.change.toCurrentHint", { version: service.tariffVersion })}
          checked={draft.toCurrentTariff}
          onChange={(event) => {
            enter({ toCurrentTariff: event.currentTarget.checked });
          }}
        />
      ) : null}
      <ChangeFields
        service={service}
        resources={content?.resources ?? []}
        draft={draft}
        issues={issues}
        onChange={enter}
      />
      <Textarea
        label={t("services.change.note")}
        rows={2}
        maxLength={500}
        value={draft.note}
        onChange={(event) => {
          enter({ note: event.currentTarget.value });
        }}
      />
      {wanted !== null && report && fault === null ? <ChangeReportView report={report} /> : null}
      {isCoveredByFields(fault, fields) ? null : <FaultNotice fault={fault} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onEnd}>
          {t("parts.cancel")}
        </Button>
        <Button type="submit" loading={change.isRunning} disabled={wanted === null || check.fault !== null}>
          {t("services.change.confirm")}
        </Button>
      </Group>
    </DialogForm>
  );
}
