import { NumberInput, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Printer, PrinterLanguage } from "../../../main/contract/shapes/printer";
import { useCommand } from "../../hooks/use-command";
import { useEditedCopy } from "../../hooks/use-edited-copy";
import { useQuery } from "../../hooks/use-query";
import { useShortcut } from "../../hooks/use-shortcut";
import { Allowed } from "../../parts/allowed";
import { BackButton } from "../../parts/back-button";
import { Editable } from "../../parts/editable";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { focusFirstProblem } from "../../parts/focus-problem";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { RemoveButton } from "../../parts/remove-button";
import { useConsole } from "../../stores/console-store";
import { suits } from "../print-dialog/use-print-form";
import { phrase } from "../../text/phrase";
import { FoundPrinters } from "./found-printers";
import {
  printerContentOf,
  printerDraftOf,
  resolutions,
  wayFields,
  waysFor,
  withDpi,
  withLanguage,
  type PrinterDraft,
} from "./printer-draft";
import { PrinterCondition } from "./printer-condition";
import { SaveFoot } from "./save-foot";
import "./printers.css";

const languages: readonly PrinterLanguage[] = ["zpl", "brother-ql", "brother-pt", "pdf", "png"];

/** One printer: what it speaks, how it is reached, what is loaded, and how it is. `printer` is null for a new one. */
export function PrinterForm({ printer }: { readonly printer: Printer | null }) {
  const { t } = useTranslation();
  const { open } = useConsole.getState();
  const copy = useEditedCopy(`printer ${printer?.id ?? "new"}`, printer, printerDraftOf);
  const { draft, change } = copy;
  const add = useCommand("printer.add");
  const save = useCommand("printer.save");
  const stocks = useQuery("label-stock.list", {});
  const fault = add.fault ?? save.fault;
  const issues = issuesByField(fault);
  const content = printerContentOf(draft);
  const submit = async (): Promise<void> => {
    const result =
      printer === null
        ? await add.run(content)
        : await save.run({ ...content, id: printer.id, revision: copy.revision });
    if (!result.ok) {
      focusFirstProblem();
      return;
    }
    copy.revert();
    open("printers", result.value.id);
  };
  useShortcut("submitForm", () => void submit());
  const text = (name: keyof PrinterDraft & ("name" | "host" | "address" | "queue" | "model"), path: string) => (
    <TextInput
      label={t(`printers.field.${name}`)}
      value={draft[name]}
      maxLength={300}
      error={issues[path]}
      onChange={(event) => {
        change({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <>
      <div className="pane">
        <BackButton />
        <PageTitle
          title={printer?.name ?? t("printers.new")}
          actions={
            printer === null ? null : (
              <Allowed to="printer.remove">
                <RemoveButton
                  call="printer.remove"
                  id={printer.id}
                  name={printer.name}
                  consequence={t("printers.removeConsequence")}
                  onRemoved={() => {
                    open("printers");
                  }}
                />
              </Allowed>
            )
          }
        />
        {isCoveredByFields(fault, [
          "name",
          "way.host",
          "way.address",
          "way.name",
          "model",
          "dpi",
          "headDots",
        ]) ? null : (
          <FaultNotice fault={fault} />
        )}
        {printer === null ? (
          <FoundPrinters
            onPick={(found) => {
              const language = found.language === null ? draft : withLanguage(draft, found.language);
              const sized = found.dpi === null ? language : withDpi(language, found.dpi);
              change({ ...sized, ...wayFields(found.way), name: draft.name === "" ? found.name : draft.name });
            }}
          />
        ) : (
          <PrinterCondition printer={printer} />
        )}
        <Editable by="printer.save">
          <PaneSection title={t("printers.section.what")}>
            <div className="printer-fields">
              {text("name", "name")}
              <Select
                label={t("printers.field.language")}
                allowDeselect={false}
                value={draft.language}
                data={languages.map((value) => ({ value, label: t(`printers.languages.${value}`) }))}
                onChange={(value) => {
                  if (value !== null) change(withLanguage(draft, value));
                }}
              />
              <Select
                label={t("printers.field.dpi")}
                allowDeselect={false}
                value={String(draft.dpi)}
                data={[...new Set([...resolutions[draft.language], draft.dpi])].map((value) => ({
                  value: String(value),
                  label: t("printers.dpi", { dpi: value }),
                }))}
                onChange={(value) => {
                  change(withDpi(draft, Number(value)));
                }}
              />
              <NumberInput
                label={t("printers.field.headDots")}
                min={8}
                max={20_000}
                allowDecimal={false}
                value={draft.headDots}
                error={issues["headDots"]}
                onChange={(value) => {
                  if (typeof value === "number") change({ headDots: value });
                }}
              />
              {draft.language === "brother-ql" || draft.language === "brother-pt" ? text("model", "model") : null}
            </div>
          </PaneSection>
          <PaneSection title={t("printers.section.way")}>
            <div className="printer-fields">
              <Select
                label={t("printers.field.way")}
                allowDeselect={false}
                value={draft.way}
                data={waysFor(draft.language).map((value) => ({ value, label: t(`printers.ways.${value}`) }))}
                onChange={(value) => {
                  if (value !== null) change({ way: value });
                }}
              />
              {draft.way === "network" ? (
                <>
                  {text("host", "way.host")}
                  <NumberInput
                    label={t("printers.field.port")}
                    min={1}
                    max={65_535}
                    allowDecimal={false}
                    value={draft.port}
                    error={issues["way.port"]}
                    onChange={(value) => {
                      if (typeof value === "number") change({ port: value });
                    }}
                  />
                </>
              ) : null}
              {draft.way === "ipp" ? text("address", "way.address") : null}
              {draft.way === "queue" ? text("queue", "way.name") : null}
            </div>
            <p className="quiet">{t(`printers.wayHints.${draft.way}`)}</p>
          </PaneSection>
          <PaneSection title={t("printers.section.loaded")}>
            <Select
              maw={420}
              searchable
              clearable
              label={t("printers.field.stock")}
              placeholder={t("printers.nothingLoaded")}
              value={draft.stockId}
              data={(stocks.value ?? [])
                .filter((stock) => stock.id === draft.stockId || suits(stock, { ...content, id: "", revision: 0 }))
                .map(({ id, name, code }) => ({
                  value: id,
                  label: code === "" ? phrase(name) : `${phrase(name)} · ${code}`,
                }))}
              onChange={(stockId) => {
                change({ stockId });
              }}
            />
          </PaneSection>
        </Editable>
      </div>
      <Allowed to="printer.save">
        <SaveFoot
          isNew={printer === null}
          isDirty={copy.isDirty}
          isRunning={add.isRunning || save.isRunning}
          addLabel={t("printers.create")}
          onRevert={copy.revert}
          onSave={() => void submit()}
        />
      </Allowed>
    </>
  );
}
