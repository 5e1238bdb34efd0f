import { Button, Group, Text } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WarningLine } from "../../parts/warning-line";
import { CertificateDialog } from "./certificate-dialog";
import { ConnectionFields } from "./connection-fields";
import { ConnectionPassed } from "./connection-passed";
import { FunctionReport } from "./function-report";
import { OneProductNote } from "./one-product-note";
import { withSuggestions } from "./route-overrides";
import type { WizardDraft, WizardState } from "./wizard-state";

interface WizardIntegrationProps {
  readonly state: WizardState;
  readonly onEnter: (values: Partial<WizardDraft>) => void;
  /** Tries the connection with these values taken over first. */
  readonly onTry: (values?: Partial<WizardDraft>) => void;
}

/** The third step: where the panel is, and whether it lets Rackside in. */
export function WizardIntegration({ state, onEnter, onTry }: WizardIntegrationProps) {
  const { t } = useTranslation();
  const { draft, trial } = state;
  const trouble = trial.kind === "failed" ? trial.trouble : null;
  const certificate = trouble?.kind === "certificate" ? trouble : null;
  const [refused, setRefused] = useState<string | null>(null);
  const isAsking = certificate !== null && certificate.certificate.fingerprint !== refused;
  const routes = trial.kind === "passed" ? trial.report.routes : null;
  if (draft.type === "manual") return null;
  return (
    <>
      <OneProductNote draft={draft} />
      <Text c="dimmed">{t("modules.wizard.integrationHint")}</Text>
      <ConnectionFields type={draft.type} values={draft} trouble={trouble} onChange={onEnter} />
      {trouble?.kind === "form" ? <WarningLine tone="failed">{trouble.message}</WarningLine> : null}
      {certificate && !isAsking ? (
        <WarningLine>
          {t("modules.certificate.waits")}{" "}
          <Button
            variant="subtle"
            onClick={() => {
              setRefused(null);
            }}
          >
            {t("modules.certificate.compare")}
          </Button>
        </WarningLine>
      ) : null}
      {trial.kind === "passed" ? <ConnectionPassed report={trial.report} /> : null}
      {routes === null ? null : (
        <FunctionReport
          routes={routes}
          isRunning={trial.kind === "running"}
          onTakeOver={() => {
            onTry({ routeOverrides: withSuggestions(draft.routeOverrides, routes) });
          }}
        />
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size="1.1em" aria-hidden />}
          loading={trial.kind === "running"}
          onClick={() => {
            setRefused(null);
            onTry();
          }}
        >
          {t("modules.wizard.tryConnection")}
        </Button>
      </Group>
      <CertificateDialog
        certificate={isAsking ? certificate.certificate : null}
        isChanged={certificate?.isChanged ?? false}
        onTrust={(trustedFingerprint) => {
          onTry({ trustedFingerprint });
        }}
        onRefuse={() => {
          setRefused(certificate?.certificate.fingerprint ?? null);
        }}
      />
    </>
  );
}
