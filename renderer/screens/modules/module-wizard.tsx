import { Button, Stepper } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../hooks/use-command";
import { useDraftedForm } from "../../hooks/use-drafted-form";
import { useShortcut } from "../../hooks/use-shortcut";
import { FaultNotice } from "../../parts/fault-notice";
import { focusFirstProblem } from "../../parts/focus-problem";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FormDraftNotice, FormDraftState } from "../../parts/form-draft-notice";
import { PageTitle } from "../../parts/page-title";
import { useConsole } from "../../stores/console-store";
import { connectionTrouble } from "./connection-fault";
import { ModuleParameters } from "./module-parameters";
import "./module-wizard.css";
import { readParameters } from "./parameters-draft";
import { WizardIntegration } from "./wizard-integration";
import { ProductQuestion, TypeQuestion } from "./wizard-questions";
import {
  canGoTo,
  connectionOf,
  firstWizardState,
  nextWizardState,
  wizardFormat,
  wizardSteps,
  type WizardDraft,
  type WizardEvent,
  type WizardStep,
} from "./wizard-state";

const formKey = "module wizard";
const parameterFields = ["dataCentreId", "locationId", "name", "departmentId", "sort"];

/** Adds a module in up to four steps: product type, module type, integration, parameters. Going back loses nothing. */
export function ModuleWizard() {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const form = useDraftedForm(formKey, firstWizardState, wizardFormat);
  const { values: state, change } = form;
  const tryConnection = useCommand("module.try");
  const add = useCommand("module.add");
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const { step, draft, trial } = state;
  const steps = wizardSteps(draft);
  const stepIndex = steps.indexOf(step);
  const report = trial.kind === "passed" ? trial.report : null;
  const reading = readParameters(draft, report?.locations.length ?? 0);

  const tell = (event: WizardEvent): void => {
    change((before) => nextWizardState(before, event));
  };
  const enter = (values: Partial<WizardDraft>): void => {
    tell({ kind: "entered", values });
  };
  const goTo = (next: WizardStep | undefined): void => {
    if (next) tell({ kind: "went-to", step: next });
  };

  const askPanel = async (values: Partial<WizardDraft> = {}): Promise<boolean> => {
    const asked = connectionOf({ ...draft, ...values });
    if (asked === null) return true;
    tell({ kind: "entered", values });
    tell({ kind: "try-started" });
    const result = await tryConnection.run(asked);
    tell({ kind: "try-answered", asked, result });
    if (!result.ok) focusFirstProblem();
    return result.ok;
  };

  const finish = async (): Promise<void> => {
    setWasSubmitted(true);
    if (add.isRunning) return;
    if (!reading.ok) {
      focusFirstProblem();
      return;
    }
    const connection = connectionOf(draft);
    const { type, productType } = draft;
    const result = await add.run({ type, productType, connection, ...reading.parameters, form: formKey });
    if (result.ok) {
      form.forget();
      open("modules", result.value.id);
    } else if (connection !== null && connectionTrouble(result.fault).kind !== "form") {
      tell({ kind: "try-answered", asked: connection, result });
      goTo("integration");
    }
  };

  const goOn = async (): Promise<void> => {
    if (step === "parameters") await finish();
    else if (step !== "integration" || trial.kind === "passed" || (await askPanel())) goTo(steps[stepIndex + 1]);
  };
  useShortcut("submitForm", () => void goOn());

  return (
    <>
      <div className="pane">
        <PageTitle title={t("modules.wizard.title")} />
        <FormDraftNotice draft={form.draft} onDiscard={form.discard} />
        <Stepper
          active={stepIndex}
          size="xs"
          onStepClick={(index) => {
            goTo(steps[index]);
          }}
        >
          {steps.map((one) => (
            <Stepper.Step key={one} label={t(`modules.wizard.${one}`)} allowStepSelect={canGoTo(state, one)} />
          ))}
        </Stepper>
        <form
          id="module-wizard"
          className="module-wizard"
          onSubmit={(event) => {
            event.preventDefault();
            void goOn();
          }}
        >
          {step === "product" ? <ProductQuestion draft={draft} onEnter={enter} /> : null}
          {step === "type" ? <TypeQuestion draft={draft} onEnter={enter} /> : null}
          {step === "integration" ? (
            <WizardIntegration state={state} onEnter={enter} onTry={(values) => void askPanel(values)} />
          ) : null}
          {step === "parameters" ? (
            <>
              <ModuleParameters
                hasPanel={draft.type !== "manual"}
                draft={draft}
                problems={wasSubmitted && !reading.ok ? reading.problems : {}}
                issues={issuesByField(add.fault)}
                locations={report?.locations ?? []}
                onChange={enter}
              />
              {isCoveredByFields(add.fault, parameterFields) ? null : <FaultNotice fault={add.fault} />}
            </>
          ) : null}
        </form>
      </div>
      <div className="pane-foot">
        <Button variant="subtle" color="gray" mr="auto" onClick={form.discard}>
          {t("modules.wizard.leave")}
        </Button>
        <FormDraftState draft={form.draft} />
        <Button
          variant="default"
          disabled={stepIndex === 0}
          onClick={() => {
            goTo(steps[stepIndex - 1]);
          }}
        >
          {t("modules.wizard.back")}
        </Button>
        <Button type="submit" form="module-wizard" loading={add.isRunning || trial.kind === "running"}>
          {t(step === "parameters" ? "modules.wizard.finish" : "modules.wizard.next")}
        </Button>
      </div>
    </>
  );
}
