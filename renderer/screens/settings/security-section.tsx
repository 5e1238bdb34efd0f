import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { PaneSection } from "../../parts/pane-section";
import { useConsole } from "../../stores/console-store";
import { IdleLock } from "./idle-lock";
import { SupportBundle } from "./support-bundle";
import { VaultKeeping } from "./vault-keeping";

/** How the secrets of the profile are kept, when the console locks, and what can be handed to somebody who helps. */
export function SecuritySection() {
  const { t } = useTranslation();
  const vault = useConsole((state) => state.description?.vault);
  const settings = useQuery("site-settings.get", {});
  if (!vault) return <LoadingRows />;
  return (
    <div className="settings-narrow">
      <PaneSection title={t("settings.vault.title")}>
        <VaultKeeping vault={vault} />
      </PaneSection>
      <PaneSection title={t("settings.lock.title")}>
        <FaultNotice fault={settings.fault} onRetry={settings.reload} />
        {settings.value ? <IdleLock key={`${settings.value.lockAfterMinutes}`} settings={settings.value} /> : null}
      </PaneSection>
      <PaneSection title={t("settings.support.title")}>
        <SupportBundle />
      </PaneSection>
    </div>
  );
}
