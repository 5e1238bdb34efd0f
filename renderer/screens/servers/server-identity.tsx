import { Anchor, Progress } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OperationFacts, ServerFacts } from "../../../main/contract/shapes/panel";
import { Allowed } from "../../parts/allowed";
import { Copyable } from "../../parts/copyable";
import { FactTable } from "../../parts/fact-table";
import { WarningLine } from "../../parts/warning-line";
import { OwnerDialog } from "./owner-dialog";
import type { ServerTarget } from "./server-target";

interface ServerIdentityProps {
  readonly target: ServerTarget;
  readonly customerEmail: string;
}

/** Whose the server is, and what it is doing. */
export function ServerIdentity({ target, customerEmail }: ServerIdentityProps) {
  const { t } = useTranslation();
  const { facts } = target;
  const [isOwnerOpen, setIsOwnerOpen] = useState(false);
  return (
    <>
      <FactTable
        facts={[
          ...(facts.serverType === ""
            ? []
            : [{ label: t("servers.serverType"), value: <Copyable text={facts.serverType} /> }]),
          {
            label: t("servers.owner"),
            value: (
              <span className="server-owner">
                {facts.ownerEmail === null ? (
                  <span className="quiet">{t("servers.noOwner")}</span>
                ) : (
                  <Copyable text={facts.ownerEmail} />
                )}
                <Allowed to="server.set-owner">
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    onClick={() => {
                      setIsOwnerOpen(true);
                    }}
                  >
                    {t("servers.changeOwner")}
                  </Anchor>
                </Allowed>
              </span>
            ),
          },
          ...(facts.state === "" || facts.operation?.hasFailed
            ? []
            : [{ label: t("servers.state"), value: stateWords(facts) }]),
          ...(isWorthTelling(facts.operation)
            ? [{ label: t("servers.operation"), value: <Operation facts={facts.operation} /> }]
            : []),
          { label: t("servers.operatingSystem"), value: facts.operatingSystem, missing: t("servers.noSystem") },
          ...(facts.notes === "" ? [] : [{ label: t("servers.notes"), value: facts.notes }]),
        ]}
      />
      <OwnerDialog
        isOpen={isOwnerOpen}
        target={target}
        customerEmail={customerEmail}
        onClose={() => {
          setIsOwnerOpen(false);
        }}
      />
    </>
  );
}

/** An operation that has ended well is of the past. */
function isWorthTelling(operation: OperationFacts | null): operation is OperationFacts {
  return operation !== null && (operation.isRunning || operation.hasFailed);
}

function stateWords({ state, stateExplanation }: ServerFacts): string {
  return stateExplanation === "" ? state : `${state}: ${stateExplanation}`;
}

function Operation({ facts }: { readonly facts: OperationFacts }) {
  const { t } = useTranslation();
  if (facts.hasFailed) {
    return (
      <WarningLine tone="failed">
        {t("servers.operationFailed", { name: facts.name, explanation: facts.explanation })}
      </WarningLine>
    );
  }
  return (
    <span>
      {facts.name} · {facts.status}
      {facts.isRunning && facts.percent !== null ? <Progress value={facts.percent} aria-label={facts.name} /> : null}
    </span>
  );
}
