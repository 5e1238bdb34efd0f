import { Button, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enumeration } from "../../../main/contract/shapes/enumeration";
import { useRight } from "../../hooks/use-right";
import { useShortcut } from "../../hooks/use-shortcut";
import { BackButton } from "../../parts/back-button";
import { Editable } from "../../parts/editable";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDraftNotice, FormDraftState } from "../../parts/form-draft-notice";
import { Notice } from "../../parts/notice";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { EnumerationItems } from "./enumeration-items";
import { PanelComparison } from "./panel-comparison";
import { RemoveEnumeration } from "./remove-enumeration";
import { useEnumerationEditor } from "./use-enumeration-editor";
import "./enumerations.css";

/** Edits an enumeration, or makes a new one where it is null, beside the images of a panel. */
export function EnumerationEditor({ enumeration }: { readonly enumeration: Enumeration | null }) {
  const { t } = useTranslation();
  const { copy, errorAt, isComparable, fault, isRunning, submit } = useEnumerationEditor(enumeration);
  const { draft, change } = copy;
  const [isRemoving, setIsRemoving] = useState(false);
  const maySave = useRight("enumeration.save");
  useShortcut("submitForm", () => void submit(), maySave);
  return (
    <div className="enumeration-editor">
      <div className="pane">
        <BackButton />
        <PageTitle
          title={enumeration?.name ?? t("enumerations.add")}
          actions={
            enumeration && maySave ? (
              <Button
                variant="default"
                leftSection={<IconTrash size="1.1em" aria-hidden />}
                onClick={() => {
                  setIsRemoving(true);
                }}
              >
                {t("enumerations.remove")}
              </Button>
            ) : null
          }
        />
        {maySave ? null : <ReadOnlyNote />}
        <FormDraftNotice draft={copy.status} onDiscard={copy.discard} />
        {copy.isBehind ? (
          <Notice tone="waiting" title={t("enumerations.behindTitle")}>
            {t("enumerations.behindHint")}
            <div>
              <Button variant="default" mt={6} onClick={copy.discard}>
                {t("enumerations.loadSaved")}
              </Button>
            </div>
          </Notice>
        ) : null}
        {isCoveredByFields(fault, Object.keys(issuesByField(fault))) || copy.isBehind ? null : (
          <FaultNotice fault={fault} />
        )}
        <div className="enumeration-columns">
          <div className="enumeration-fields">
            <Editable by="enumeration.save">
              <PaneSection title={t("enumerations.section.general")}>
                <div className="enumeration-names">
                  <TextInput
                    withAsterisk
                    label={t("enumerations.field.name")}
                    placeholder={t("enumerations.field.namePlaceholder")}
                    maxLength={80}
                    value={draft.name}
                    error={errorAt("name")}
                    onChange={(event) => {
                      change({ name: event.currentTarget.value });
                    }}
                  />
                  <TextInput
                    withAsterisk
                    label={t("enumerations.field.internalName")}
                    placeholder={t("enumerations.field.internalNamePlaceholder")}
                    maxLength={80}
                    classNames={{ input: "mono" }}
                    value={draft.internalName}
                    error={errorAt("internalName")}
                    onChange={(event) => {
                      change({ internalName: event.currentTarget.value });
                    }}
                  />
                </div>
              </PaneSection>
              <EnumerationItems
                items={draft.items}
                errorAt={errorAt}
                onChange={(items) => {
                  change({ items });
                }}
              />
            </Editable>
          </div>
          <PanelComparison
            items={draft.items}
            isComparable={isComparable}
            onChange={(items) => {
              change({ items });
            }}
          />
        </div>
      </div>
      {maySave ? (
        <div className="pane-foot">
          <FormDraftState draft={copy.status} />
          <Button variant="default" disabled={!copy.isDirty || isRunning} onClick={copy.discard}>
            {t("enumerations.revert")}
          </Button>
          <Button
            loading={isRunning}
            disabled={enumeration !== null && (!copy.isDirty || copy.isBehind)}
            onClick={() => void submit()}
          >
            {t(enumeration ? "enumerations.save" : "enumerations.create")}
          </Button>
        </div>
      ) : null}
      {enumeration && isRemoving ? (
        <RemoveEnumeration
          enumeration={enumeration}
          onClose={() => {
            setIsRemoving(false);
          }}
        />
      ) : null}
    </div>
  );
}
