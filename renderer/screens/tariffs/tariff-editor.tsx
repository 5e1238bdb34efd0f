import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TariffRow } from "../../../main/contract/shapes/tariff";
import { useFormHistory } from "../../hooks/use-form-history";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { useShortcut } from "../../hooks/use-shortcut";
import { BackButton } from "../../parts/back-button";
import { Editable } from "../../parts/editable";
import { FaultNotice } from "../../parts/fault-notice";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDraftNotice } from "../../parts/form-draft-notice";
import { Notice } from "../../parts/notice";
import { PageTitle } from "../../parts/page-title";
import { PaneSection } from "../../parts/pane-section";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { PricePreview } from "./price-preview";
import { showPath } from "./show-path";
import { TariffActions } from "./tariff-actions";
import { tariffDraftOf } from "./tariff-draft";
import { TariffFoot } from "./tariff-foot";
import { TariffGeneral } from "./tariff-general";
import { TariffPeriods } from "./tariff-periods";
import { TariffResources } from "./tariff-resources";
import { TariffVerdict } from "./tariff-verdict";
import { TariffVersions } from "./tariff-versions";
import { useTariffEditor } from "./use-tariff-editor";
import "./tariff-editor.css";

/** Edits a tariff, or makes a new one where `tariff` is null. What is wrong is said by its field while typing. */
export function TariffEditor({ tariff }: { readonly tariff: TariffRow | null }) {
  const { t } = useTranslation();
  const editing = useTariffEditor(tariff);
  const { copy, content, remarks, messages, fault, submit } = editing;
  const { draft, change } = copy;
  const modules = useQuery("module.list", {}).value;
  const [openOption, setOpenOption] = useState<string | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const maySave = useRight("tariff.save");
  useShortcut("submitForm", () => void submit(), maySave);
  useFormHistory({ values: draft, isTouched: copy.isDirty, apply: change, isEnabled: maySave });

  const show = (path: string): void => {
    const [, place] = /^resources\.(\d+)/.exec(path) ?? [];
    if (place !== undefined) setOpenOption(draft.resources[Number(place)]?.key ?? null);
    showPath(page.current, path);
  };
  return (
    <div className="tariff-editor" ref={page}>
      <div className="pane">
        <BackButton />
        <PageTitle
          title={tariff ? tariff.name : t("tariffs.add")}
          below={tariff ? t(`tariffs.productType.${tariff.productType}`) : null}
          actions={tariff && maySave ? <TariffActions tariff={tariff} /> : null}
        />
        {maySave ? null : <ReadOnlyNote />}
        <FormDraftNotice draft={copy.status} onDiscard={copy.discard} />
        {copy.isBehind ? (
          <Notice tone="waiting" title={t("tariffs.behindTitle")}>
            {t("tariffs.behindHint")}
            <div>
              <Button variant="default" mt={6} onClick={copy.discard}>
                {t("tariffs.loadSaved")}
              </Button>
            </div>
          </Notice>
        ) : null}
        {isCoveredByFields(fault, Object.keys(issuesByField(fault))) || copy.isBehind ? null : (
          <FaultNotice fault={fault} />
        )}
        <TariffVerdict
          draft={draft}
          modules={modules ?? []}
          remarks={modules && remarks}
          canBeChecked={content !== null}
          onShow={show}
        />
        <div className="tariff-columns">
          <div className="tariff-fields">
            <PaneSection title={t("tariffs.section.general")}>
              <Editable by="tariff.save">
                <TariffGeneral
                  draft={draft}
                  isNew={tariff === null}
                  modules={modules ?? []}
                  messages={messages}
                  onChange={change}
                />
              </Editable>
            </PaneSection>
            <PaneSection title={t("tariffs.section.periods")}>
              <Editable by="tariff.save">
                <TariffPeriods
                  draft={draft}
                  messages={messages}
                  onChange={(periods) => {
                    change({ periods });
                  }}
                />
              </Editable>
            </PaneSection>
            <PaneSection title={t("tariffs.section.options")}>
              <TariffResources
                draft={draft}
                messages={messages}
                openKey={openOption ?? (editing.wasRefused ? firstFaulty(draft.resources, messages.countUnder) : null)}
                onOpen={setOpenOption}
                onChange={(resources) => {
                  change({ resources });
                }}
              />
            </PaneSection>
          </div>
          <aside className="tariff-side">
            <PricePreview content={content} />
          </aside>
        </div>
        {tariff ? (
          <TariffVersions
            tariff={tariff}
            onTakeOver={(earlier) => {
              change(tariffDraftOf(earlier));
            }}
          />
        ) : null}
      </div>
      {maySave ? <TariffFoot tariff={tariff} editing={editing} /> : null}
    </div>
  );
}

/** Key of the first option that a message stands by. */
function firstFaulty(
  options: readonly { readonly key: string }[],
  countUnder: (path: string) => number,
): string | null {
  return options.find((_, index) => countUnder(`resources.${String(index)}`) > 0)?.key ?? null;
}
