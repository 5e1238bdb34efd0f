import { useTranslation } from "react-i18next";
import { PageTitle } from "../../parts/page-title";

export function ServersScreen() {
  const { t } = useTranslation();
  return (
    <div className="pane">
      <PageTitle title={t("servers.title")} />
    </div>
  );
}
