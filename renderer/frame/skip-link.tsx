import { useTranslation } from "react-i18next";
import { focusInside } from "./panes";

/** The first thing that Tab reaches: past the rail, to what the screen is about. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="skip-link"
      onClick={() => {
        const main = document.querySelector<HTMLElement>("main");
        if (main !== null && !focusInside(main)) main.focus();
      }}
    >
      {t("frame.skipToContent")}
    </button>
  );
}
