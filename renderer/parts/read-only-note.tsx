import { useTranslation } from "react-i18next";
import { WarningLine } from "./warning-line";

/** Stands where people look for a button that is not for their role. */
export function ReadOnlyNote() {
  const { t } = useTranslation();
  return <WarningLine tone="neutral">{t("parts.readOnly")}</WarningLine>;
}
