import { useTranslation } from "react-i18next";
import { PageTitle } from "../../parts/page-title";

export function QueueScreen() {
  const { t } = useTranslation();
  return (
    <div className="pane">
      <PageTitle title={t("queue.title")} />
    </div>
  );
}
