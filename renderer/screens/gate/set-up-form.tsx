import { Button, Group, Stack, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import { isCoveredByFields, issuesByField } from "../../parts/field-issues";
import { FaultNotice } from "../../parts/fault-notice";
import { Notice } from "../../parts/notice";
import { isProtectionReady, ProtectionChoice } from "../../parts/protection-choice";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { phrase } from "../../text/phrase";
import { AdministratorFields } from "./administrator-fields";
import { GateCard } from "./gate-card";
import { firstDraft, isAdministratorReady, setUpInput } from "./set-up-draft";

const steps = ["administrator", "protection"] as const;
const fields = ["administrator.name", "administrator.passphrase", "vaultPassphrase"];
type Step = (typeof steps)[number];

interface SetUpFormProps {
  /** Left out where there is nothing to go back to. */
  readonly onBack?: () => void;
  readonly foot: ReactNode;
}

/** The first administrator, then what keeps the key. Nothing is made before the last button; what was typed stays when it is refused. */
export function SetUpForm({ onBack, foot }: SetUpFormProps) {
  const { t } = useTranslation();
  const setUp = useConsole((state) => state.setUp);
  const vault = useConsole((state) => state.description?.vault);
  const backend = vault?.availableBackend ?? "";
  // A set-up that a crash ended has left a key that has to be opened first.
  const closedBecause = vault && vault.protection !== "none" && !vault.isOpen ? phrase(vault.reason) : null;
  const moduleCount = useConsole((state) => state.description?.moduleCount ?? 0);
  const [draft, setDraft] = useState(() => firstDraft(backend));
  const [step, setStep] = useState<Step>("administrator");
  const [isChecked, setIsChecked] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const issues = issuesByField(fault);

  const goTo = (next: Step): void => {
    setIsChecked(false);
    setStep(next);
  };
  const submit = async (): Promise<void> => {
    setIsRunning(true);
    setFault(null);
    const refusal = await setUp(setUpInput(draft));
    setIsRunning(false);
    setFault(refusal);
    if (refusal && Object.keys(issuesByField(refusal)).some((path) => path.startsWith("administrator")))
      goTo("administrator");
  };
  const goOn = (): void => {
    setIsChecked(true);
    if (step === "administrator") {
      if (isAdministratorReady(draft)) goTo("protection");
    } else if (isProtectionReady(draft.protection)) void submit();
  };

  return (
    <GateCard title={t(`gate.setUp.${step}Title`)} intro={t(`gate.setUp.${step}Intro`)} foot={foot}>
      {moduleCount > 0 && step === "administrator" ? (
        <Notice tone="done" title={t("gate.setUp.before", { count: moduleCount })} />
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <Stack gap="md">
          {step === "administrator" ? (
            <AdministratorFields draft={draft} issues={issues} isChecked={isChecked} onChange={setDraft} />
          ) : (
            <>
              {closedBecause === null ? null : (
                <WarningLine>{t("secrets.protection.isClosed", { reason: closedBecause })}</WarningLine>
              )}
              <ProtectionChoice
                backend={backend}
                value={draft.protection}
                isChecked={isChecked}
                issue={issues["vaultPassphrase"]}
                onChange={(protection) => {
                  setDraft({ ...draft, protection });
                }}
              />
            </>
          )}
          {isCoveredByFields(fault, fields) ? null : <FaultNotice fault={fault} />}
          <Group justify="space-between">
            <Text c="dimmed">{t("gate.setUp.step", { number: steps.indexOf(step) + 1, total: steps.length + 1 })}</Text>
            <Group gap="xs">
              {step === "protection" || onBack ? (
                <Button
                  variant="default"
                  onClick={() => {
                    if (step === "protection") goTo("administrator");
                    else onBack?.();
                  }}
                >
                  {t("gate.setUp.back")}
                </Button>
              ) : null}
              <Button type="submit" loading={isRunning}>
                {t(step === "protection" ? "gate.setUp.action" : "gate.setUp.next")}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </GateCard>
  );
}
