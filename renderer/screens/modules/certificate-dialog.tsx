import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../../../main/contract/faults";
import type { Certificate } from "../../../main/contract/shapes/panel";
import { FactTable } from "../../parts/fact-table";
import { FaultNotice } from "../../parts/fault-notice";
import { WarningLine } from "../../parts/warning-line";
import { useNow } from "../../hooks/use-now";
import { formatLongDate } from "../../text/format";
import { FingerprintGroups } from "./fingerprint-groups";

interface CertificateDialogProps {
  /** Null while there is nothing to compare. */
  readonly certificate: Certificate | null;
  /** Another certificate was trusted for this panel before. */
  readonly isChanged: boolean;
  readonly isRunning?: boolean;
  readonly fault?: Fault | null;
  readonly onTrust: (fingerprint: string) => void;
  readonly onRefuse: () => void;
}

/** Shows whom a certificate names and asks to compare its fingerprint; trusting takes a deliberate tick first. */
export function CertificateDialog({ certificate, isChanged, ...rest }: CertificateDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={certificate !== null}
      onClose={rest.onRefuse}
      size="lg"
      title={t(isChanged ? "modules.certificate.changedTitle" : "modules.certificate.title")}
    >
      {/* Mounted anew for each certificate: a tick never carries over to another one. */}
      {certificate ? (
        <CertificateQuestion key={certificate.fingerprint} certificate={certificate} isChanged={isChanged} {...rest} />
      ) : null}
    </Modal>
  );
}

interface CertificateQuestionProps extends CertificateDialogProps {
  readonly certificate: Certificate;
}

function CertificateQuestion(props: CertificateQuestionProps) {
  const { certificate, isChanged, isRunning = false, fault = null, onTrust, onRefuse } = props;
  const { t } = useTranslation();
  const [isCompared, setIsCompared] = useState(false);
  return (
    <Stack gap="sm">
      <Text>{t(isChanged ? "modules.certificate.changedHint" : "modules.certificate.hint")}</Text>
      <CertificateFacts certificate={certificate} />
      <div>
        <Text c="dimmed" mb={4}>
          {t("modules.certificate.fingerprint")}
        </Text>
        <FingerprintGroups fingerprint={certificate.fingerprint} />
      </div>
      <Checkbox
        data-autofocus
        label={t("modules.certificate.compared")}
        checked={isCompared}
        onChange={(event) => {
          setIsCompared(event.currentTarget.checked);
        }}
      />
      <FaultNotice fault={fault} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onRefuse}>
          {t("modules.certificate.refuse")}
        </Button>
        <Button
          disabled={!isCompared}
          loading={isRunning}
          onClick={() => {
            onTrust(certificate.fingerprint);
          }}
        >
          {t("modules.certificate.trust")}
        </Button>
      </Group>
    </Stack>
  );
}

function CertificateFacts({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  const now = useNow();
  const { subject, issuer, validFrom, validTo } = certificate;
  return (
    <>
      <FactTable
        facts={[
          { label: t("modules.certificate.subject"), value: subject },
          {
            label: t("modules.certificate.issuer"),
            value: issuer === subject ? t("modules.certificate.selfSigned") : issuer,
          },
          {
            label: t("modules.certificate.validity"),
            value: t("modules.certificate.validRange", {
              from: formatLongDate(validFrom),
              to: formatLongDate(validTo),
            }),
          },
        ]}
      />
      {now > validTo ? <WarningLine>{t("modules.certificate.expired")}</WarningLine> : null}
      {now < validFrom ? <WarningLine>{t("modules.certificate.notYetValid")}</WarningLine> : null}
    </>
  );
}
