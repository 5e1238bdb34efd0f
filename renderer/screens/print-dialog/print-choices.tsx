import { Button, Checkbox, Group, NumberInput, SegmentedControl, Select, Switch } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LabelKind, LabelRemark, LabelSubject } from "../../../main/contract/shapes/label";
import type { PrintJob } from "../../../main/contract/shapes/printer";
import { useCommand } from "../../hooks/use-command";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";
import { useShortcut } from "../../hooks/use-shortcut";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { useConsole } from "../../stores/console-store";
import { phrase } from "../../text/phrase";
import { kindsAmong } from "./label-kind-of";
import { LabelPager } from "./label-pager";
import { PrintRemarks } from "./print-remarks";
import { SheetPosition } from "./sheet-position";
import { suits, usePrintForm } from "./use-print-form";

interface PrintChoicesProps {
  readonly asked: readonly LabelSubject[];
  readonly kind: LabelKind;
  readonly onKind: (kind: LabelKind) => void;
  readonly onStarted: (job: PrintJob) => void;
}

/** What is printed where and on what, with the labels as they will come out and all that stands against them. */
export function PrintChoices({ asked, kind, onKind, onStarted }: PrintChoicesProps) {
  const { t } = useTranslation();
  const form = usePrintForm(asked, kind);
  const { printer, printers, stock, stocks, template, templates, request } = form;
  const [settled] = useDebouncedValue(request, 200);
  const check = useQuery("print.check", settled);
  const checked = useLastValue(check.value, kind);
  const start = useCommand("print.start");
  const [isOverridden, setIsOverridden] = useState(false);
  const remarks = checked?.remarks ?? [];
  const warnings = rulesOf(remarks, "warning");
  const isRefused = remarks.some(({ level }) => level === "error");
  const isReady = request !== null && checked !== undefined && !isRefused && (warnings.length === 0 || isOverridden);

  const submit = async (): Promise<void> => {
    if (!isReady || start.isRunning) return;
    const result = await start.run({ ...request, override: [...warnings] });
    if (result.ok) onStarted(result.value);
  };
  useShortcut("submitForm", () => void submit());

  if (printers.value?.length === 0) return <NoPrinter />;
  return (
    <form
      className="print-dialog"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="print-dialog-columns">
        <div className="print-dialog-fields">
          <Kinds asked={asked} kind={kind} onKind={onKind} />
          <Select
            label={t("printing.printer")}
            allowDeselect={false}
            data-autofocus
            value={printer?.id ?? null}
            data={(printers.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(printerId) => {
              form.choose({ printerId });
            }}
          />
          <Select
            label={t("printing.stock")}
            searchable
            allowDeselect={false}
            value={stock?.id ?? null}
            data={(stocks.value ?? [])
              .filter((one) => one.id === stock?.id || printer === undefined || suits(one, printer))
              .map(({ id, name, code }) => ({
                value: id,
                label: code === "" ? phrase(name) : `${phrase(name)} · ${code}`,
              }))}
            onChange={(stockId) => {
              form.choose({ stockId });
            }}
          />
          <Select
            label={t("printing.template")}
            allowDeselect={false}
            value={template?.id ?? null}
            placeholder={templates.value?.length === 0 ? t("printing.noTemplate") : ""}
            data={(templates.value ?? []).map(({ id, name }) => ({ value: id, label: phrase(name) }))}
            onChange={(templateId) => {
              form.choose({ templateId });
            }}
          />
          <Group gap="lg" align="flex-end">
            <NumberInput
              w={110}
              label={t("printing.copies")}
              min={1}
              max={100}
              clampBehavior="strict"
              allowDecimal={false}
              value={form.copies}
              onChange={(value) => {
                form.setCopies(typeof value === "number" ? value : 1);
              }}
            />
            <Switch
              mb={6}
              label={t("printing.bothSides")}
              checked={form.bothSides}
              onChange={(event) => {
                form.choose({ bothSides: event.currentTarget.checked });
              }}
            />
          </Group>
          {stock?.sheet ? (
            <SheetPosition sheet={stock.sheet} position={form.startPosition} onPick={form.setStartPosition} />
          ) : null}
        </div>
        <div className="print-dialog-side">
          {template && stock ? (
            <LabelPager
              subjects={form.subjects}
              templateId={template.id}
              stockId={stock.id}
              printerId={printer?.id ?? null}
            />
          ) : null}
          {templates.value?.length === 0 ? <p className="quiet">{t("printing.noTemplateHint")}</p> : null}
          <PrintRemarks remarks={remarks} />
          {warnings.length > 0 && !isRefused ? (
            <Checkbox
              label={t("printing.override")}
              checked={isOverridden}
              onChange={(event) => {
                setIsOverridden(event.currentTarget.checked);
              }}
            />
          ) : null}
        </div>
      </div>
      <FaultNotice fault={start.fault ?? check.fault ?? printers.fault ?? stocks.fault ?? templates.fault} />
      <Group justify="flex-end" gap="xs">
        <span className="quiet print-dialog-count">
          {checked === undefined ? "" : t("printing.count", { count: checked.labels, pages: checked.pages })}
        </span>
        <Button
          type="submit"
          disabled={!isReady}
          loading={start.isRunning}
          leftSection={<IconPrinter size="1.1em" aria-hidden />}
        >
          {t("printing.print", { count: checked?.labels ?? form.subjects.length })}
        </Button>
      </Group>
    </form>
  );
}

function rulesOf(
  remarks: readonly Pick<LabelRemark, "level" | "rule">[],
  level: LabelRemark["level"],
): readonly LabelRemark["rule"][] {
  return [...new Set(remarks.filter((one) => one.level === level).map(({ rule }) => rule))];
}

function Kinds({ asked, kind, onKind }: Omit<PrintChoicesProps, "onStarted">) {
  const { t } = useTranslation();
  const kinds = kindsAmong(asked);
  if (kinds.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("labels.kind")}
      data={kinds.map((value) => ({ value, label: t(`labels.kinds.${value}`) }))}
      value={kind}
      onChange={onKind}
    />
  );
}

function NoPrinter() {
  const { t } = useTranslation();
  const { askToPrint, open } = useConsole.getState();
  return (
    <EmptyState icon={IconPrinter} title={t("printing.noPrinter")} hint={t("printing.noPrinterHint")}>
      <Button
        onClick={() => {
          askToPrint(null);
          open("printers", "new");
        }}
      >
        {t("printers.add")}
      </Button>
    </EmptyState>
  );
}
