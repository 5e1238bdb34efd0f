import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Module } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { Allowed } from "../../parts/allowed";
import { FactTable } from "../../parts/fact-table";
import { FaultNotice } from "../../parts/fault-notice";
import { ReadOnlyNote } from "../../parts/read-only-note";
import { RelativeTime } from "../../parts/relative-time";
import { PaneSection } from "../../parts/pane-section";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { phrase } from "../../text/phrase";
import { TrustCertificate } from "./trust-certificate";

/** Is the panel there right now; if not, why, and when it is asked again. */
export function ModuleLink({ module }: { readonly module: Module }) {
  const { t } = useTranslation();
  const link = useConsole((state) => state.links.find((one) => one.moduleId === module.id));
  const probe = useCommand("link.probe");
  if (!link) return null;
  const steps = [
    t("modules.detail.waiting", { count: link.waiting }),
    ...(link.needsAttention > 0 ? [t("modules.detail.needsAttention", { count: link.needsAttention })] : []),
  ];
  return (
    <PaneSection
      title={t("modules.detail.link")}
      aside={
        <Allowed to="link.probe">
          <Button
            variant="default"
            leftSection={<IconRefresh size="1.1em" aria-hidden />}
            loading={probe.isRunning}
            onClick={() => void probe.run({ id: module.id })}
          >
            {t("modules.detail.probe")}
          </Button>
        </Allowed>
      }
    >
      {link.reason === "" ? null : <WarningLine>{phrase(link.reason)}</WarningLine>}
      {link.state === "untrusted-certificate" ? (
        <Allowed to="module.trust" otherwise={<ReadOnlyNote />}>
          <TrustCertificate module={module} />
        </Allowed>
      ) : null}
      <FactTable
        facts={[
          { label: t("modules.detail.since"), value: <RelativeTime at={link.since} /> },
          {
            label: t("modules.detail.lastSuccess"),
            value: link.lastSuccessAt === null ? null : <RelativeTime at={link.lastSuccessAt} />,
            missing: t("modules.detail.neverAnswered"),
          },
          {
            label: t("modules.detail.nextProbe"),
            value: link.nextProbeAt === null ? null : <RelativeTime at={link.nextProbeAt} />,
            missing: t("modules.detail.noProbe"),
          },
          { label: t("modules.detail.steps"), value: steps.join(", ") },
        ]}
      />
      <FaultNotice fault={probe.fault} />
    </PaneSection>
  );
}
