import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Module } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { FaultNotice } from "../../parts/fault-notice";
import { CertificateDialog } from "./certificate-dialog";

/** Looks at the certificate that the panel shows now, and trusts it once its fingerprint was compared. */
export function TrustCertificate({ module }: { readonly module: Module }) {
  const { t } = useTranslation();
  // Reading the configuration is the plainest way to meet the panel, and so its certificate.
  const look = useCommand("module.refresh");
  const trust = useCommand("module.trust");
  const [isOpen, setIsOpen] = useState(false);
  const met = look.fault?.kind === "untrusted-certificate" ? look.fault : null;
  return (
    <>
      <Group>
        <Button
          loading={look.isRunning}
          onClick={() => {
            void look.run({ id: module.id }).then(() => {
              setIsOpen(true);
            });
          }}
        >
          {t("modules.certificate.compare")}
        </Button>
      </Group>
      {met ? null : <FaultNotice fault={look.fault} />}
      <CertificateDialog
        certificate={isOpen && met ? met.certificate : null}
        isChanged={met?.isChanged ?? false}
        isRunning={trust.isRunning}
        fault={trust.fault}
        onTrust={(fingerprint) => {
          void trust.run({ id: module.id, fingerprint }).then((result) => {
            if (result.ok) setIsOpen(false);
          });
        }}
        onRefuse={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
}
