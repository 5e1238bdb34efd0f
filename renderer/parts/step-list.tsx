import { Button, Group, Loader, Progress, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action } from "../../main/contract/shapes/action";
import { useCommand } from "../hooks/use-command";
import { phrase } from "../text/phrase";
import { Allowed } from "./allowed";
import { ConflictChooser } from "./conflict-chooser";
import { FaultNotice } from "./fault-notice";
import { ReasonDialog } from "./reason-dialog";
import { RelativeTime, useRelativeWords } from "./relative-time";
import { StateBadge, StateIcon } from "./state-badge";
import "./step-list.css";

interface StepListProps {
  readonly steps: readonly Action[];
  readonly label?: string;
  /** False where the page decides about all of them together; a conflict is still decided by its step. */
  readonly mayDecide?: boolean;
}

/** Steps on their way to a panel, in their order: done, running, waiting, being checked or stopped with the reason. */
export function StepList({ steps, label, mayDecide = true }: StepListProps) {
  const { t } = useTranslation();
  const inOrder = [...steps].sort((a, b) => a.sequence - b.sequence);
  return (
    <ol className="step-list" aria-label={label ?? t("parts.steps")}>
      {inOrder.map((step) => (
        <Step key={step.id} step={step} mayDecide={mayDecide} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly step: Action;
  readonly mayDecide: boolean;
}

function Step({ step, mayDecide }: StepProps) {
  const { t } = useTranslation();
  const isRunning = step.state === "sending" || step.state === "confirming";
  return (
    <li className="step" data-state={step.state}>
      <span className="step-mark">
        {isRunning ? <Loader size={16} aria-hidden /> : <StateIcon of="action" state={step.state} />}
      </span>
      <div className="step-body">
        <div className="step-line">
          <span className="step-summary">{phrase(step.summary)}</span>
          <StateBadge of="action" state={step.state} />
        </div>
        {isRunning && step.percent !== null ? (
          <Group gap="xs">
            <Progress flex={1} maw={280} value={step.percent} aria-label={phrase(step.summary)} />
            <Text size="xs">{t("parts.percentDone", { percent: Math.round(step.percent) })}</Text>
          </Group>
        ) : null}
        {step.outcome === "" ? null : <div className="step-outcome quiet">{phrase(step.outcome)}</div>}
        {step.state === "done" || step.state === "discarded" ? null : <StepTrouble step={step} mayDecide={mayDecide} />}
      </div>
      <span className="step-age quiet">
        <RelativeTime at={step.endedAt ?? step.startedAt ?? step.createdAt} />
      </span>
    </li>
  );
}

function StepTrouble({ step, mayDecide }: StepProps) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const hasStopped = step.state === "needs-attention";
  return (
    <>
      {step.trouble ? (
        <div
          className="step-trouble"
          data-tone={hasStopped ? "failed" : "waiting"}
          role={hasStopped ? "alert" : "note"}
        >
          {phrase(step.trouble.message)}
        </div>
      ) : null}
      {step.trouble && hasStopped && step.trouble.differences.length > 0 ? (
        <ConflictChooser stepId={step.id} differences={step.trouble.differences} />
      ) : null}
      {step.heldBy === null ? null : <div className="quiet">{t("parts.heldBy", { name: step.heldBy })}</div>}
      {step.state === "uncertain" ? <div className="quiet">{t("parts.uncertainExplanation")}</div> : null}
      {step.attempts > 0 && step.state !== "confirming" ? (
        <div className="quiet">
          {t("parts.attempts", { count: step.attempts })}
          {step.state === "waiting" && step.nextAttemptAt !== null
            ? ` · ${t("parts.nextAttempt", { when: words(step.nextAttemptAt) })}`
            : ""}
        </div>
      ) : null}
      {mayDecide && (hasStopped || step.state === "uncertain" || step.trouble || step.heldBy !== null) ? (
        <Allowed to="action.retry">
          <StepDecision step={step} />
        </Allowed>
      ) : null}
    </>
  );
}

function StepDecision({ step }: { readonly step: Action }) {
  const { t } = useTranslation();
  const retry = useCommand("action.retry");
  const discard = useCommand("action.discard");
  const [isDiscarding, setIsDiscarding] = useState(false);
  return (
    <>
      <FaultNotice fault={retry.fault} />
      <Group gap="xs" mt={4}>
        {step.trouble?.kind === "conflict" ? null : (
          <Button variant="light" loading={retry.isRunning} onClick={() => void retry.run({ id: step.id })}>
            {t(step.heldBy === null ? "parts.retry" : "parts.release")}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            setIsDiscarding(true);
          }}
        >
          {t("parts.discard")}
        </Button>
      </Group>
      <ReasonDialog
        isOpen={isDiscarding}
        title={t("parts.discardTitle")}
        explanation={`${phrase(step.summary)}. ${t("parts.discardExplanation")}`}
        confirmLabel={t("parts.discard")}
        isRunning={discard.isRunning}
        fault={discard.fault}
        onCancel={() => {
          setIsDiscarding(false);
        }}
        onConfirm={(reason) => {
          void discard.run({ id: step.id, reason }).then((result) => {
            if (result.ok) setIsDiscarding(false);
          });
        }}
      />
    </>
  );
}
