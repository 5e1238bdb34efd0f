import { useTranslation } from "react-i18next";
import { useConsole } from "../stores/console-store";

/** Marks the practice site on every screen. */
export function PracticeRibbon() {
  const { t } = useTranslation();
  const isPractice = useConsole((state) => state.description?.profile === "practice");
  if (!isPractice) return null;
  return (
    <aside className="practice-ribbon" aria-label={t("frame.practiceSite")}>
      <strong>{t("frame.practiceSite")}</strong>
      <span className="one-line">{t("frame.practiceExplanation")}</span>
    </aside>
  );
}
