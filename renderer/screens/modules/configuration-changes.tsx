import { IconMinus, IconPencil, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ConfigurationChange } from "../../../main/contract/shapes/module";
import { phrase } from "../../text/phrase";
import "./module-configuration.css";

const icons = { added: IconPlus, removed: IconMinus, changed: IconPencil } as const;
const tones = { added: "done", removed: "failed", changed: "work" } as const;
const mostShown = 50;

/** What is different on the panel, one line each: added, removed or changed, with the values before and after. */
export function ConfigurationChanges({ changes }: { readonly changes: readonly ConfigurationChange[] }) {
  const { t } = useTranslation();
  return (
    <ul className="change-list">
      {changes.slice(0, mostShown).map((one) => {
        const Icon = icons[one.change];
        const values = [one.before, one.after]
          .filter((value) => value !== "")
          .map(phrase)
          .join(" → ");
        return (
          <li key={`${one.part} ${one.change} ${one.name}`} className="change-item">
            <span className="change-kind" data-tone={tones[one.change]}>
              <Icon size="1.1em" aria-hidden />
              {t(`modules.change.${one.change}`)}
            </span>
            <span>
              {t(`modules.onePart.${one.part}`)} <strong>{one.name}</strong>
              {values === "" ? null : <span className="quiet"> {values}</span>}
            </span>
          </li>
        );
      })}
      {changes.length > mostShown ? (
        <li className="quiet">{t("modules.detail.more", { count: changes.length - mostShown })}</li>
      ) : null}
    </ul>
  );
}
