import { ActionIcon, Button, Select, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCopyPlus,
  IconLine,
  IconQrcode,
  IconSquare,
  IconTrash,
  IconTypography,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LabelElement, LabelSubject } from "../../../main/contract/shapes/label";
import { useQuery } from "../../hooks/use-query";
import { subjectKey, subjectOf } from "../labels/subject-key";
import { phrase } from "../../text/phrase";
import { addElement, duplicateElement, removeElement } from "./template-edit";
import type { TemplateEditing } from "./use-template-editor";

const additions: readonly { readonly type: LabelElement["type"]; readonly icon: TablerIcon }[] = [
  { type: "text", icon: IconTypography },
  { type: "code", icon: IconQrcode },
  { type: "line", icon: IconLine },
  { type: "frame", icon: IconSquare },
];
const zooms = [1, 2, 3, 4, 6];

interface EditorToolbarProps {
  readonly editing: TemplateEditing;
  /** Null: as large as there is room. */
  readonly zoom: number | null;
  readonly onZoom: (zoom: number | null) => void;
  readonly stockId: string | null;
  readonly onStock: (id: string | null) => void;
  readonly subject: LabelSubject | null;
  readonly onSubject: (subject: LabelSubject | null) => void;
}

/** What can be put on the label, steps back and forth, and what it is looked at with. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { t } = useTranslation();
  const { editing, zoom, onZoom, stockId, onStock, subject, onSubject } = props;
  const { copy, history, isReadOnly, put, select, selectedId } = editing;
  const { draft } = copy;
  const stocks = useQuery("label-stock.list", {});
  const things = useQuery("label.list", { kind: draft.kind, limit: 50 });
  return (
    <div className="template-toolbar" role="toolbar" aria-label={t("labelTemplates.tools")}>
      {isReadOnly ? null : (
        <>
          {additions.map(({ type, icon: Icon }) => (
            <Button
              key={type}
              variant="default"
              size="compact-sm"
              leftSection={<Icon size="1.1em" aria-hidden />}
              onClick={() => {
                const added = addElement(draft, type);
                put(added.draft);
                select(added.id);
              }}
            >
              {t(`labelTemplates.types.${type}`)}
            </Button>
          ))}
          <Tool
            label={t("labelTemplates.undo")}
            icon={IconArrowBackUp}
            isEnabled={history.canUndo}
            onClick={() => {
              history.undo(draft);
            }}
          />
          <Tool
            label={t("labelTemplates.redo")}
            icon={IconArrowForwardUp}
            isEnabled={history.canRedo}
            onClick={() => {
              history.redo(draft);
            }}
          />
          <Tool
            label={t("labelTemplates.duplicateElement")}
            icon={IconCopyPlus}
            isEnabled={selectedId !== null}
            onClick={() => {
              const copied = duplicateElement(draft, selectedId ?? "");
              put(copied.draft);
              select(copied.id);
            }}
          />
          <Tool
            label={t("labelTemplates.removeElement")}
            icon={IconTrash}
            isEnabled={selectedId !== null}
            onClick={() => {
              put(removeElement(draft, selectedId ?? ""));
              select(null);
            }}
          />
        </>
      )}
      <div className="template-toolbar-end">
        <Select
          w={200}
          size="xs"
          clearable
          searchable
          aria-label={t("labelTemplates.previewThing")}
          placeholder={t("labelTemplates.sample")}
          value={subject === null ? null : subjectKey(subject)}
          data={(things.value?.rows ?? []).map((thing) => ({ value: subjectKey(thing.subject), label: thing.title }))}
          onChange={(key) => {
            onSubject(key === null ? null : (subjectOf(key) ?? null));
          }}
        />
        <Select
          w={180}
          size="xs"
          clearable
          searchable
          aria-label={t("labelTemplates.previewStock")}
          placeholder={t("labelTemplates.noStock")}
          value={stockId}
          data={(stocks.value ?? []).map(({ id, name }) => ({ value: id, label: phrase(name) }))}
          onChange={onStock}
        />
        <Select
          w={124}
          size="xs"
          allowDeselect={false}
          aria-label={t("labelTemplates.zoom")}
          value={zoom === null ? "fit" : String(zoom)}
          data={[
            { value: "fit", label: t("labelTemplates.fit") },
            ...zooms.map((value) => ({ value: String(value), label: `${String(value * 100)} %` })),
          ]}
          onChange={(value) => {
            onZoom(value === "fit" ? null : Number(value));
          }}
        />
      </div>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: TablerIcon;
  readonly isEnabled: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon: Icon, isEnabled, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={!isEnabled} onClick={onClick}>
        <Icon size="1.2em" />
      </ActionIcon>
    </Tooltip>
  );
}
