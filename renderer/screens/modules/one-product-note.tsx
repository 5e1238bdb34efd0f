import { useTranslation } from "react-i18next";
import { WarningLine } from "../../parts/warning-line";
import type { WizardDraft } from "./wizard-state";

/** Says before the last step that a module is for one product only, and how the other one is added. */
export function OneProductNote({ draft }: { readonly draft: Pick<WizardDraft, "productType" | "type"> }) {
  const { t } = useTranslation();
  const product = t(`modules.products.${draft.productType}`);
  const other = t(`modules.products.${draft.productType === "colocation" ? "dedicated" : "colocation"}`);
  return (
    <WarningLine tone="neutral">
      {t("modules.wizard.oneProduct", { product })}{" "}
      {draft.type === "dsmanager" ? t("modules.wizard.secondModule", { other }) : null}
    </WarningLine>
  );
}
