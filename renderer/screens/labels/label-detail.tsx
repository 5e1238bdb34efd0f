import { Button, Select } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../../main/contract/shapes/label";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { useShortcut } from "../../hooks/use-shortcut";
import { Allowed } from "../../parts/allowed";
import { BackButton } from "../../parts/back-button";
import { Copyable } from "../../parts/copyable";
import { FactTable } from "../../parts/fact-table";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { PageTitle } from "../../parts/page-title";
import { RelativeTime } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { usePrintForm } from "../print-dialog/use-print-form";
import { phrase } from "../../text/phrase";
import { KindIcon } from "./kind-icon";
import { LabelPreview } from "./label-preview";
import { OpenSubject } from "./open-subject";

/** What one thing's label tells, how it looks in a template, and when it was printed. */
export function LabelDetail({ subject }: { readonly subject: LabelSubject }) {
  const { t } = useTranslation();
  const thing = useQuery("label.get", { subject });
  const mark = useCommand("label.mark");
  const askToPrint = useConsole((state) => state.askToPrint);
  const print = (): void => {
    askToPrint([subject]);
  };
  const mayPrint = useRight("print.start");
  useShortcut("printLabel", print, mayPrint);
  if (thing.value === undefined)
    return thing.fault ? <FaultNotice fault={thing.fault} onRetry={thing.reload} /> : <LoadingRows />;
  const { kind, needsLabel, place, printedAt, printedCount, reason, shortId, title, values } = thing.value;
  return (
    <>
      <div className="pane">
        <BackButton />
        <PageTitle
          title={title}
          below={
            <>
              <KindIcon kind={kind} />
              {t(`labels.kinds.${kind}`)}
              {shortId === "" ? null : <Copyable text={values.id ?? shortId} />}
            </>
          }
          actions={<OpenSubject subject={subject} />}
        />
        <FaultNotice fault={thing.fault ?? mark.fault} onRetry={thing.reload} />
        {needsLabel && reason !== "" ? <WarningLine>{phrase(reason)}</WarningLine> : null}
        <TemplatePreview subject={subject} kind={kind} title={title} />
        <FactTable
          facts={[
            { label: t("labels.place"), value: place, missing: t("labels.noPlace") },
            { label: t("labels.serial"), value: values.serial ?? null, missing: t("labels.noSerial") },
            {
              label: t("labels.printed"),
              value:
                printedAt === null ? null : (
                  <>
                    <RelativeTime at={printedAt} />{" "}
                    <span className="quiet">{t("labels.printedCount", { count: printedCount })}</span>
                  </>
                ),
              missing: t("labels.neverPrinted"),
            },
          ]}
        />
      </div>
      <Allowed to="print.start">
        <div className="pane-foot">
          <Button
            variant="default"
            loading={mark.isRunning}
            onClick={() => void mark.run({ subjects: [subject], needsLabel: !needsLabel })}
          >
            {t(needsLabel ? "labels.markLabelled" : "labels.markNeeding")}
          </Button>
          <Button leftSection={<IconPrinter size="1.1em" aria-hidden />} onClick={print}>
            {t("labels.print")}
          </Button>
        </div>
      </Allowed>
    </>
  );
}

interface TemplatePreviewProps {
  readonly subject: LabelSubject;
  readonly kind: "server" | "rack" | "port" | "cable" | "text";
  readonly title: string;
}

/** On the stock of the printer that the dialog would offer, so that both show the same label. */
function TemplatePreview({ subject, kind, title }: TemplatePreviewProps) {
  const { t } = useTranslation();
  const { choose, stock, template, templates, printer } = usePrintForm([subject], kind);
  return (
    <>
      <FaultNotice fault={templates.fault} onRetry={templates.reload} />
      {template === undefined ? null : (
        <>
          <div className="label-sheet">
            <LabelPreview
              input={{
                template: { id: template.id },
                stockId: stock?.id ?? null,
                printerId: printer?.id ?? null,
                subject,
              }}
              label={t("labels.previewOf", { title })}
            />
          </div>
          <Select
            w={320}
            label={t("labels.template")}
            allowDeselect={false}
            value={template.id}
            data={(templates.value ?? []).map(({ id, name }) => ({ value: id, label: phrase(name) }))}
            onChange={(templateId) => {
              choose({ templateId });
            }}
          />
        </>
      )}
    </>
  );
}
