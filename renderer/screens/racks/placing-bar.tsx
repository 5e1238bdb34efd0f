import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../hooks/use-shortcut";
import { WarningLine } from "../../parts/warning-line";
import type { Placing } from "./placing";
import type { PlacingHands } from "./use-placing";

interface PlacingBarProps {
  readonly placing: Placing;
  readonly hands: PlacingHands;
  /** Whether it can be moved to another rack. */
  readonly hasOtherRacks: boolean;
}

/** What is being placed and how, and why it was refused. */
export function PlacingBar({ placing, hands, hasOtherRacks }: PlacingBarProps) {
  const { t } = useTranslation();
  useShortcut("goBack", hands.cancel);
  const { title, height } = placing.carried;
  return (
    <div className="placing-bar">
      <div className="placing-bar-text">
        <strong>{t("racks.placing", { title, units: height })}</strong>
        {placing.refusal === "" ? (
          <span className="quiet">{t(hasOtherRacks ? "racks.placingHintAcross" : "racks.placingHint")}</span>
        ) : (
          <WarningLine tone="failed">{placing.refusal}</WarningLine>
        )}
      </div>
      <Button loading={placing.isSending} disabled={placing.at === null} onClick={() => void hands.place()}>
        {t("racks.place")}
      </Button>
      <Button variant="default" onClick={hands.cancel}>
        {t("parts.cancel")}
      </Button>
    </div>
  );
}
