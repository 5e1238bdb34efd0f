import { Button, Group, Text } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WarningLine } from "../../parts/warning-line";
import { CertificateDialog } from "./certificate-dialog";
import { ConnectionFields } from "./connection-fields";
import { ConnectionPassed } from "./connection-passed";
import type { WizardDraft, WizardState } from "./wizard-state";

interface WizardIntegrationProps {
  readonly state: WizardState;
  readonly onEnter: (values: Partial<WizardDraft>) => void;
  readonly onTry: (trustedFingerprint?: string) => void;
}

/** The third step: where the panel is, and whether it lets Rackside in. */
export function WizardIntegration({ state, onEnter, onTry }: WizardIntegrationProps) {
  const { t } = useTranslation();
  const { draft, trial } = state;
  const trouble = trial.kind === "failed" ? trial.trouble : null;
  const certificate = trouble?.kind === "certificate" ? trouble : null;
  const [refused, setRefused] = useState<string | null>(null);
  const isAsking = certificate !== null && certificate.certificate.fingerprint !== refused;
  return (
    <>
      <Text c="dimmed">{t("modules.wizard.integrationHint")}</Text>
      <ConnectionFields values={draft} trouble={trouble} onChange={onEnter} />
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
        onTrust={onTry}
        onRefuse={() => {
          setRefused(certificate?.certificate.fingerprint ?? null);
        }}
      />
    </>
  );
}
