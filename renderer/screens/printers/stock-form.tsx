import { NumberInput, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { useEditedCopy } from "../../hooks/use-edited-copy";
import { useRight } from "../../hooks/use-right";
import { BackButton } from "../../parts/back-button";
import { FaultNotice } from "../../parts/fault-notice";
import { issuesByField } from "../../parts/field-issues";
import { focusFirstProblem } from "../../parts/focus-problem";
import { MillimetreField } from "../../parts/millimetre-field";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { RemoveButton } from "../../parts/remove-button";
import { useConsole } from "../../stores/console-store";
import { phrase } from "../../text/phrase";
import type { ListedStock } from "../print-dialog/use-print-form";
import { SaveFoot } from "./save-foot";
import { SheetPicture } from "./sheet-picture";
import { emptySheet, stockContentOf } from "./stock-draft";
import "./printers.css";

const families = ["brother-ql", "brother-pt", "zebra", "dymo", "sheet", "other"] as const;
const forms = ["die-cut", "continuous", "round", "sheet"] as const;
const sides = ["top", "right", "bottom", "left"] as const;
const sheetFields = ["pageWidth", "pageHeight", "columns", "rows", "originX", "originY", "pitchX", "pitchY"] as const;

/** Stock of the site's own, in millimetres, with a picture of it. `stock` is null for a new one. */
export function StockForm({ stock }: { readonly stock: ListedStock | null }) {
  const { t } = useTranslation();
  const { open } = useConsole.getState();
  const copy = useEditedCopy(`stock ${stock?.id ?? "new"}`, stock, stockContentOf);
  const { draft, change } = copy;
  const add = useCommand("label-stock.add");
  const save = useCommand("label-stock.save");
  const fault = add.fault ?? save.fault;
  const issues = issuesByField(fault);
  const mayEdit = useRight("label-stock.save");
  const isReadOnly = !mayEdit || (stock?.isBuiltIn ?? false);
  const submit = async (): Promise<void> => {
    const result =
      stock === null ? await add.run(draft) : await save.run({ ...draft, id: stock.id, revision: copy.revision });
    if (!result.ok) {
      focusFirstProblem();
      return;
    }
    copy.revert();
    open("printers", result.value.id);
  };
  const length = (label: string, value: number | null, path: string, put: (value: number) => void) => (
    <MillimetreField
      key={path}
      label={label}
      value={value}
      isReadOnly={isReadOnly}
      error={issues[path]}
      onChange={(next) => {
        if (next !== null) put(next);
      }}
    />
  );
  return (
    <>
      <div className="pane">
        <BackButton />
        <PageTitle
          title={stock ? phrase(stock.name) : t("printers.newStock")}
          below={stock?.isBuiltIn === true ? t("labelTemplates.builtIn") : null}
          actions={
            stock === null || isReadOnly ? null : (
              <RemoveButton
                call="label-stock.remove"
                id={stock.id}
                name={stock.name}
                consequence={t("printers.removeStockConsequence")}
                onRemoved={() => {
                  open("printers");
                }}
              />
            )
          }
        />
        <FaultNotice fault={fault} />
        <PaneSection title={t("printers.stock")}>
          <div className="printer-fields">
            <TextInput
              withAsterisk
              label={t("printers.field.name")}
              maxLength={80}
              readOnly={isReadOnly}
              value={draft.name}
              error={issues["name"]}
              onChange={(event) => {
                change({ name: event.currentTarget.value });
              }}
            />
            <Select
              label={t("printers.field.family")}
              allowDeselect={false}
              readOnly={isReadOnly}
              value={draft.family}
              data={families.map((value) => ({ value, label: t(`printers.families.${value}`) }))}
              onChange={(value) => {
                if (value !== null) change({ family: value });
              }}
            />
            <Select
              label={t("printers.field.form")}
              allowDeselect={false}
              readOnly={isReadOnly}
              value={draft.form}
              data={forms.map((value) => ({ value, label: t(`printers.forms.${value}`) }))}
              onChange={(value) => {
                if (value === null) return;
                change({
                  form: value,
                  height: value === "continuous" ? null : (draft.height ?? 30),
                  sheet: value === "sheet" ? (draft.sheet ?? emptySheet) : null,
                });
              }}
            />
            {length(t("labelTemplates.width"), draft.width, "width", (width) => {
              change({ width });
            })}
            {draft.height === null
              ? null
              : length(t("labelTemplates.height"), draft.height, "height", (height) => {
                  change({ height });
                })}
            {sides.map((side) =>
              length(t(`printers.margin.${side}`), draft.margins[side], `margins.${side}`, (value) => {
                change({ margins: { ...draft.margins, [side]: value } });
              }),
            )}
          </div>
        </PaneSection>
        {draft.sheet === null ? null : (
          <PaneSection title={t("printers.forms.sheet")}>
            <div className="printer-fields">
              {sheetFields.map((name) =>
                name === "columns" || name === "rows" ? (
                  <NumberInput
                    key={name}
                    label={t(`printers.sheet.${name}`)}
                    min={1}
                    max={100}
                    allowDecimal={false}
                    readOnly={isReadOnly}
                    value={draft.sheet?.[name] ?? 1}
                    error={issues[`sheet.${name}`]}
                    onChange={(value) => {
                      if (typeof value === "number")
                        change({ sheet: { ...(draft.sheet ?? emptySheet), [name]: value } });
                    }}
                  />
                ) : (
                  length(t(`printers.sheet.${name}`), draft.sheet?.[name] ?? 0, `sheet.${name}`, (value) => {
                    change({ sheet: { ...(draft.sheet ?? emptySheet), [name]: value } });
                  })
                ),
              )}
            </div>
            <SheetPicture stock={draft} />
          </PaneSection>
        )}
      </div>
      {isReadOnly ? null : (
        <SaveFoot
          isNew={stock === null}
          isDirty={copy.isDirty}
          isRunning={add.isRunning || save.isRunning}
          addLabel={t("printers.createStock")}
          onRevert={copy.revert}
          onSave={() => void submit()}
        />
      )}
    </>
  );
}
