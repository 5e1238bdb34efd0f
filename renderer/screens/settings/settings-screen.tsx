import { useTranslation } from "react-i18next";
import { PageTitle } from "../../parts/page-title";

export function SettingsScreen() {
  const { t } = useTranslation();
  return (
    <div className="pane">
      <PageTitle title={t("settings.title")} />
    </div>
  );
}
