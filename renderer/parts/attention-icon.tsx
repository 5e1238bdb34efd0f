import { memo } from "react";
import { useTranslation } from "react-i18next";
import { attentionLook } from "./state-tone";

/** Marks a row in which a step has stopped. */
export const AttentionIcon = memo(DrawnAttentionIcon);

function DrawnAttentionIcon() {
  const { t } = useTranslation();
  const Icon = attentionLook.icon;
  const word = t("states.attention");
  return (
    <span className="state-icon" data-tone={attentionLook.tone} title={word}>
      <Icon size="1.25em" stroke={2} role="img" aria-label={word} />
    </span>
  );
}
