import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Tariff } from "../../../main/contract/shapes/tariff";
import { useCommand } from "../../hooks/use-command";
import { useDraftedCopy } from "../../hooks/use-edited-copy";
import { useQuery } from "../../hooks/use-query";
import { useShortcut } from "../../hooks/use-shortcut";
import { FaultNotice } from "../../parts/fault-notice";
import { focusFirstProblem } from "../../parts/focus-problem";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDraftNotice, FormDraftState } from "../../parts/form-draft-notice";
import { PageTitle } from "../../parts/page-title";
import { Notice } from "../../parts/notice";
import { PaneSection } from "../../parts/pane-section";
import { useConsole } from "../../stores/console-store";
import { emptyTariffDraft, tariffContentOf, tariffDraftOf, type TariffDraft } from "./tariff-draft";
import { TariffGeneral } from "./tariff-general";
import { TariffPeriods } from "./tariff-periods";
import { isPremature, tariffProblems } from "./tariff-problems";
import { TariffResources } from "./tariff-resources";
import { useProblemText } from "./use-problem-text";

const draftOf = (tariff: Tariff | null): TariffDraft => (tariff ? tariffDraftOf(tariff) : emptyTariffDraft());

/** Edits a tariff, or makes a new one where `tariff` is null. What is wrong is said by its field while typing. */
export function TariffEditor({ tariff }: { readonly tariff: Tariff | null }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const modules = useQuery("module.list", {});
  const form = `tariff ${tariff?.id ?? "new"}`;
  const copy = useDraftedCopy(form, tariff, draftOf);
  const { draft, change } = copy;
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const add = useCommand("tariff.add");
  const save = useCommand("tariff.save");
  const fault = add.fault ?? save.fault;
  const isRunning = add.isRunning || save.isRunning;

  const problems = tariffProblems(draft);
  const problemText = useProblemText(draft.currency);
  const issues = issuesByField(fault);
  const messageAt = (path: string): string | undefined => {
    const problem = problems[path];
    if (problem && (wasSubmitted || !isPremature(problem))) return problemText(problem);
    return issues[path];
  };

  const submit = async (): Promise<void> => {
    setWasSubmitted(true);
    if (isRunning) return;
    if (Object.keys(problems).length > 0) {
      focusFirstProblem();
      return;
    }
    const content = { ...tariffContentOf(draft), form };
    const result = tariff
      ? await save.run({ id: tariff.id, revision: copy.revision, ...content })
      : await add.run(content);
    if (!result.ok) {
      focusFirstProblem();
      return;
    }
    setWasSubmitted(false);
    copy.revert();
    open("tariffs", result.value.id);
  };
  useShortcut("submitForm", () => void submit());

  return (
    <>
      <div className="pane">
        <PageTitle title={tariff ? tariff.name : t("tariffs.add")} below={t("tariffs.field.colocation")} />
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
        {isCoveredByFields(fault, Object.keys(issues)) || copy.isBehind ? null : <FaultNotice fault={fault} />}
        <PaneSection title={t("tariffs.section.general")}>
          <TariffGeneral draft={draft} modules={modules.value ?? []} messageAt={messageAt} onChange={change} />
        </PaneSection>
        <PaneSection title={t("tariffs.section.periods")}>
          <TariffPeriods
            draft={draft}
            messageAt={messageAt}
            onChange={(periods) => {
              change({ periods });
            }}
          />
        </PaneSection>
        <PaneSection title={t("tariffs.section.content")}>
          <TariffResources draft={draft} messageAt={messageAt} onChange={change} />
        </PaneSection>
      </div>
      <div className="pane-foot">
        <FormDraftState draft={copy.status} />
        <Button variant="default" disabled={!copy.isDirty || isRunning} onClick={copy.discard}>
          {t("tariffs.revert")}
        </Button>
        <Button
          loading={isRunning}
          disabled={tariff !== null && (!copy.isDirty || copy.isBehind)}
          onClick={() => void submit()}
        >
          {t(tariff ? "tariffs.save" : "tariffs.create")}
        </Button>
      </div>
    </>
  );
}
