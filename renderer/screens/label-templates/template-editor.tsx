import { Button } from "@mantine/core";
import { useDebouncedValue, useElementSize } from "@mantine/hooks";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LabelSubject, Template } from "../../../main/contract/shapes/label";
import { useCommand } from "../../hooks/use-command";
import { useLastValue } from "../../hooks/use-last-value";
import { useQuery } from "../../hooks/use-query";
import { useShortcut } from "../../hooks/use-shortcut";
import { Allowed } from "../../parts/allowed";
import { BackButton } from "../../parts/back-button";
import { FaultNotice } from "../../parts/fault-notice";
import { issuesByField } from "../../parts/field-issues";
import { FormDraftNotice, FormDraftState } from "../../parts/form-draft-notice";
import { PageTitle } from "../../parts/page-title";
import { RemoveButton } from "../../parts/remove-button";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { latinKey } from "../../latin-key";
import { phrase } from "../../text/phrase";
import { EditorToolbar } from "./editor-toolbar";
import { ElementFields } from "./element-fields";
import { TemplateCanvas } from "./template-canvas";
import { changeElement, elementOf, removeElement } from "./template-edit";
import { TemplateFields } from "./template-fields";
import { useTemplateEditor } from "./use-template-editor";
import "./template-editor.css";

/** CSS pixels for a millimetre at true size: a CSS inch has 96 of them. */
const truePixels = 96 / 25.4;
/** What the canvas keeps free at both sides, in CSS pixels. */
const canvasPadding = 72;

/** Lays a template out in millimetres, with the press's own drawing of a real thing underneath. Built-in ones are looked at and copied. */
export function TemplateEditor({ template }: { readonly template: Template | null }) {
  const { t } = useTranslation();
  const editing = useTemplateEditor(template);
  const { copy, put, selectedId, select, isReadOnly, fault, isRunning, submit } = editing;
  const { draft } = copy;
  const { ref, width: canvasWidth } = useElementSize();
  const [chosenZoom, setZoom] = useState<number | null>(null);
  const zoom = chosenZoom ?? fittingZoom(draft.width, canvasWidth);
  const [stockId, setStockId] = useState<string | null>(null);
  const [subject, setSubject] = useState<LabelSubject | null>(null);
  const [content] = useDebouncedValue(draft, 120);
  const answer = useQuery("label.draw", {
    template: {
      content: { ...content, name: content.name === "" ? "-" : content.name, elements: [...content.elements] },
    },
    stockId,
    subject,
  });
  const drawing = useLastValue(answer.value, template?.id ?? "new");
  const selected = elementOf(draft, selectedId);
  const issues = issuesByField(fault);
  useShortcut("submitForm", () => void submit());

  return (
    <div
      className="template-editor"
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        const isInField = event.target instanceof HTMLElement && event.target.matches("input, textarea");
        if (isInField) return;
        const key = latinKey(event).toLowerCase();
        if (key === "z" && !event.shiftKey) editing.history.undo(draft);
        else if (key === "y" || (key === "z" && event.shiftKey)) editing.history.redo(draft);
        else return;
        event.preventDefault();
      }}
    >
      <div className="pane">
        <BackButton />
        <PageTitle
          title={draft.name === "" ? t("labelTemplates.new") : isReadOnly ? phrase(draft.name) : draft.name}
          below={
            template === null
              ? null
              : template.isBuiltIn
                ? t("labelTemplates.builtIn")
                : t("labelTemplates.version", { version: template.version })
          }
          actions={
            template === null ? null : (
              <Allowed to="label-template.add">
                <TemplateActions template={template} />
              </Allowed>
            )
          }
        />
        <FormDraftNotice draft={copy.status} onDiscard={copy.discard} />
        {copy.isBehind ? <WarningLine>{t("labelTemplates.behind")}</WarningLine> : null}
        <FaultNotice fault={fault ?? answer.fault} />
        <EditorToolbar
          editing={editing}
          zoom={chosenZoom}
          onZoom={setZoom}
          stockId={stockId}
          onStock={setStockId}
          subject={subject}
          onSubject={setSubject}
        />
        <div className="template-editor-columns">
          <div ref={ref} className="template-editor-canvas">
            <TemplateCanvas
              draft={draft}
              drawing={drawing}
              selectedId={selectedId}
              scale={zoom * truePixels}
              isReadOnly={isReadOnly}
              onSelect={select}
              onBox={(id, box, gesture) => {
                put(changeElement(draft, id, box), gesture);
              }}
              onRemove={(id) => {
                put(removeElement(draft, id));
                select(null);
              }}
            />
            {(drawing?.remarks ?? []).map(({ elementId, level, message, rule }) => (
              <WarningLine key={`${rule} ${elementId ?? ""}`} tone={level === "error" ? "failed" : "waiting"}>
                {phrase(message)}
              </WarningLine>
            ))}
          </div>
          <div className="template-editor-fields">
            {selected === undefined ? (
              <TemplateFields draft={draft} issues={issues} isReadOnly={isReadOnly} onChange={put} />
            ) : (
              <ElementFields
                key={selected.id}
                element={selected}
                isReadOnly={isReadOnly}
                onChange={(change, gesture) => {
                  put(changeElement(draft, selected.id, change), gesture);
                }}
              />
            )}
          </div>
        </div>
      </div>
      {isReadOnly ? null : (
        <div className="pane-foot">
          <FormDraftState draft={copy.status} />
          <Button variant="default" disabled={!copy.isDirty || isRunning} onClick={copy.discard}>
            {t("labelTemplates.revert")}
          </Button>
          <Button
            loading={isRunning}
            disabled={template !== null && (!copy.isDirty || copy.isBehind)}
            onClick={() => void submit()}
          >
            {t(template === null ? "labelTemplates.create" : "labelTemplates.save")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** As large as the canvas has room for, and never so small that nothing can be hit. */
function fittingZoom(widthMm: number, canvasPixels: number): number {
  const room = canvasPixels - canvasPadding;
  return room <= 0 ? 1 : Math.min(6, Math.max(0.5, room / (widthMm * truePixels)));
}

function TemplateActions({ template }: { readonly template: Template }) {
  const { t } = useTranslation();
  const { open } = useConsole.getState();
  const add = useCommand("label-template.add");
  const { name, kind, width, height, elements } = template;
  const duplicate = async (): Promise<void> => {
    const result = await add.run({
      name: t("labelTemplates.copyName", { name }).slice(0, 80),
      kind,
      width,
      height,
      elements: [...elements],
    });
    if (result.ok) open("labelTemplates", result.value.id);
  };
  return (
    <>
      <FaultNotice fault={add.fault} />
      <Button
        variant="default"
        loading={add.isRunning}
        leftSection={<IconCopy size="1.1em" aria-hidden />}
        onClick={() => void duplicate()}
      >
        {t("labelTemplates.duplicate")}
      </Button>
      {template.isBuiltIn ? null : (
        <RemoveButton
          call="label-template.remove"
          id={template.id}
          name={name}
          consequence={t("labelTemplates.removeConsequence")}
          onRemoved={() => {
            open("labelTemplates");
          }}
        />
      )}
    </>
  );
}
