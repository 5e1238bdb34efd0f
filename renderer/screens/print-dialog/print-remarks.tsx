import { useTranslation } from "react-i18next";
import type { PrintCheck } from "../../../main/contract/shapes/printer";
import { WarningLine } from "../../parts/warning-line";
import { phrase } from "../../text/phrase";

/** What stands against the labels, the worst first, with the labels that it concerns. */
export function PrintRemarks({ remarks }: { readonly remarks: PrintCheck["remarks"] }) {
  const { t } = useTranslation();
  const sorted = [...remarks].sort((left, right) => weight(left) - weight(right));
  return (
    <>
      {sorted.map(({ rule, level, message, labels, count, elementId }) => (
        <WarningLine key={`${rule} ${elementId ?? ""} ${message}`} tone={level === "error" ? "failed" : "waiting"}>
          {phrase(message)}
          <div className="quiet one-line">
            {labels.join(", ")}
            {count > labels.length ? ` ${t("printing.andMore", { count: count - labels.length })}` : ""}
          </div>
        </WarningLine>
      ))}
    </>
  );
}

function weight({ level }: PrintCheck["remarks"][number]): number {
  return level === "error" ? 0 : 1;
}
