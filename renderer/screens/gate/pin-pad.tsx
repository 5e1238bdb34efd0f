import { IconBackspace } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

interface PinPadProps {
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
}

/** A number pad for touch and mouse; the keyboard types into the field, where the focus stays. */
export function PinPad({ onDigit, onErase }: PinPadProps) {
  const { t } = useTranslation();
  return (
    <div
      className="pin-pad"
      role="group"
      aria-label={t("gate.pad")}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {digits.map((digit) => (
        <button
          key={digit}
          type="button"
          tabIndex={-1}
          className="pin-pad-key"
          onClick={() => {
            onDigit(digit);
          }}
        >
          {digit}
        </button>
      ))}
      <button type="button" tabIndex={-1} className="pin-pad-key" aria-label={t("gate.erase")} onClick={onErase}>
        <IconBackspace size={22} stroke={1.5} aria-hidden />
      </button>
    </div>
  );
}
