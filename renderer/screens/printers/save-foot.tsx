import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface SaveFootProps {
  readonly isNew: boolean;
  readonly isDirty: boolean;
  readonly isRunning: boolean;
  readonly addLabel: string;
  readonly onRevert: () => void;
  readonly onSave: () => void;
}

/** The foot of a form: back to what is saved, or on with it. */
export function SaveFoot({ isNew, isDirty, isRunning, addLabel, onRevert, onSave }: SaveFootProps) {
  const { t } = useTranslation();
  return (
    <div className="pane-foot">
      <Button variant="default" disabled={!isDirty} onClick={onRevert}>
        {t("printers.revert")}
      </Button>
      <Button loading={isRunning} disabled={!isNew && !isDirty} onClick={onSave}>
        {isNew ? addLabel : t("printers.save")}
      </Button>
    </div>
  );
}
