import { useTranslation } from "react-i18next";
import "./wait-line.css";

/** How long the next attempt has to wait after wrong ones; nothing when it has not. */
export function WaitLine({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation();
  return (
    <div className="wait-line" role="status">
      {seconds === 0 ? null : t("secrets.wait", { time: clockTime(seconds) })}
    </div>
  );
}

function clockTime(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
}
