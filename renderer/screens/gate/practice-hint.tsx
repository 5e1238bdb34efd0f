import { useTranslation } from "react-i18next";
import { practicePin } from "../../../main/contract/practice";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";

/** On the practice site everybody has the same PIN, and it is no secret. */
export function PracticeHint() {
  const { t } = useTranslation();
  const isPractice = useConsole((state) => state.description?.profile === "practice");
  if (!isPractice) return null;
  return <WarningLine tone="neutral">{t("gate.practicePin", { pin: practicePin })}</WarningLine>;
}
