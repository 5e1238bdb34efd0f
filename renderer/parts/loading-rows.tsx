import { useTranslation } from "react-i18next";
import "./loading-rows.css";

/** Skeleton rows that appear only when loading takes longer than 300 ms, so that nothing flashes. */
export function LoadingRows({ count = 6 }: { readonly count?: number }) {
  const { t } = useTranslation();
  return (
    <div className="loading-rows" role="status" aria-label={t("parts.loading")}>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="loading-row" />
      ))}
    </div>
  );
}
